//! The server over a real socket on loopback.

mod bad_input;
mod client;
mod languages;
mod load;
mod throughput;
