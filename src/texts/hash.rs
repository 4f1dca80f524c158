// Shared by the build script, which compares the hash, and by `embed`, which writes it.

/// Returns a hash (FNV-1a, 64 bits) of the names (`<tag>/<name>.ftl`) and contents of all message files.
fn hash_of_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for (name, content) in files {
        for byte in name.bytes().chain(content.iter().copied()) {
            // Line ends depend on the checkout.
            if byte != b'\r' {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    hash
}
