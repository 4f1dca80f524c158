//! The least that a program which prints a text can be.

fn main() {
    peers::print_first(|| peers::matched(peers::NOT_FRIEND));
}
