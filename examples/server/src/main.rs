//! Serves on loopback, on the port given as the first argument or 8080.

use std::env;

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = env::args().nth(1).unwrap_or_else(|| "8080".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://{}/errors/56", listener.local_addr()?);
    axum::serve(listener, im_error_l10n_server::app()).await
}
