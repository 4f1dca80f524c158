//! A client of WebKitGTK's WebDriver, as the W3C specifies it.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// The key of an element's id in an answer.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long to wait for something, also on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);
pub const PAUSE: Duration = Duration::from_millis(20);

/// A running program with a web view, which is closed when this is dropped.
pub struct Driver {
    process: Child,
    agent: Agent,
    session: String,
}

impl Driver {
    /// Starts a program.
    pub fn start(program: &str, args: &[&str]) -> Driver {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            // Tauri lets a driver in only if it is asked to. tauri-driver sets this too.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is in Debian's package webkit2gtk-driver");
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let mut driver = Driver { process, agent, session: format!("http://127.0.0.1:{port}") };
        eventually("the driver listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
        let options = json!({ "binary": program, "args": args });
        let capabilities = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let session = driver.post("session", &json!({ "capabilities": capabilities }));
        let id = session["sessionId"].as_str().unwrap();
        driver.session = format!("{}/session/{id}", driver.session);
        driver
    }

    /// Runs the body of a function in the page, and returns what it returns.
    pub fn run(&self, body: &str, args: Value) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": args }))
    }

    /// Runs the body of an asynchronous function in the page, and returns what it resolves to, or
    /// what it throws as `{ "error": … }`.
    pub fn run_async(&self, body: &str, args: Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async (...args) => {{ {body} }})(...arguments)
                .then(done, (error) => done({{ error: error.message ?? error }}));"
        );
        self.post("execute/async", &json!({ "script": script, "args": args }))
    }

    /// Clicks an element as a mouse does: it has to be visible, and nothing may cover it.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/click"), &json!({}));
    }

    /// Types into an element.
    pub fn type_into(&self, selector: &str, keys: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/value"), &json!({ "text": keys }));
    }

    /// Empties a field.
    pub fn clear(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/clear"), &json!({}));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post("element", &json!({ "using": "css selector", "value": selector }));
        found[ELEMENT].as_str().unwrap().to_owned()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let url = format!("{}/{path}", self.session);
        let mut response = self.agent.post(&url).send_json(body).unwrap();
        let mut answer: Value = response.body_mut().read_json().unwrap();
        assert!(response.status().is_success(), "{path} {body}: {answer}");
        answer["value"].take()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Closes the window too.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits until something is true.
pub fn eventually(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < PATIENCE, "not in {PATIENCE:?}: {what}");
        thread::sleep(PAUSE);
    }
}
