//! Prints one text: `first_text CODE TAG`.

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    println!("{}", peers::first_text(arguments[1].parse().unwrap(), &arguments[2]));
}
