use std::thread;
use std::time::Instant;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use im_error_l10n_server::{app, sdk};

use crate::client::{Client, serve};

const CONNECTIONS: usize = 64;
const REQUESTS_EACH: usize = 25;
const ROUNDS: usize = 51;
/// On a busy machine, a single measurement is unreliable.
const ATTEMPTS: usize = 5;
const MIN_RATIO: f64 = 0.92;
const ACCEPT_LANGUAGE: &str = "zh-CN,zh;q=0.9,en-US;q=0.8,en;q=0.7";

/// The server's response to code 56 in Chinese.
const LITERAL: &str = concat!(
    r#"{"type":"/errors/56","title":"NotFriend","status":400,"detail":"不是好友","#,
    r#""code":56,"suggestion":"请先添加对方为好友","logId":"0A1F"}"#
);

/// The same handler with a literal response: it reads no header and looks up no message.
async fn send_literal(Path(code): Path<i32>) -> Response {
    match sdk::send_message(code) {
        Ok(()) => "sent".into_response(),
        Err(_) => {
            let headers = [
                (CONTENT_TYPE, "application/problem+json"),
                (CONTENT_LANGUAGE, "zh-CN"),
                (VARY, "Accept-Language"),
            ];
            (StatusCode::BAD_REQUEST, headers, LITERAL).into_response()
        }
    }
}

/// Returns the seconds that all clients take to send their requests at the same time.
fn measure(clients: &mut [Client]) -> f64 {
    let start = Instant::now();
    thread::scope(|scope| {
        for client in clients {
            scope.spawn(|| {
                for _ in 0..REQUESTS_EACH {
                    assert_eq!(client.send(56, ACCEPT_LANGUAGE).body, LITERAL.as_bytes());
                }
            });
        }
    });
    start.elapsed().as_secs_f64()
}

fn connect(app: Router) -> Vec<Client> {
    let address = serve(app);
    (0..CONNECTIONS).map(|_| Client::connect(address)).collect()
}

/// Returns the seconds of an undisturbed round: other load can only add to the time.
fn undisturbed(mut rounds: Vec<f64>) -> f64 {
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 10]
}

#[test]
#[ignore = "a measurement: cargo test throughput -- --ignored --nocapture"]
fn throughput_is_at_least_0_92_of_a_literal() {
    let mut localized = connect(app());
    let mut literal = connect(Router::new().route("/messages/{code}", post(send_literal)));
    let mut ratio = 0.0;
    for _ in 0..ATTEMPTS {
        let (mut of_localized, mut of_literal) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            // Each goes first equally often, because the order matters.
            of_literal.push(measure(&mut literal));
            of_localized.push(measure(&mut localized));
            of_localized.push(measure(&mut localized));
            of_literal.push(measure(&mut literal));
        }
        let seconds = undisturbed(of_localized);
        let rate = (CONNECTIONS * REQUESTS_EACH) as f64 / seconds;
        ratio = undisturbed(of_literal) / seconds;
        println!("{rate:.0} requests per second, {ratio:.3} times those of a literal");
        if ratio >= MIN_RATIO {
            return;
        }
    }
    panic!("{ratio:.3} is less than {MIN_RATIO}");
}
