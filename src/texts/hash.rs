// Shared by the build script, which compares the hash, and by the test that writes it.

/// Returns a hash (FNV-1a, 64 bits) of the names and contents of all `<folder>/<tag>/*.ftl`.
fn hash_of_locales(folder: &Path) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for path in files_of_locales(folder) {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let mut bytes = name.to_string_lossy().replace('\\', "/").into_bytes();
        bytes.extend(fs::read(&path).unwrap_or_default());
        for byte in bytes {
            // Line ends depend on the checkout.
            if byte != b'\r' {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    hash
}

/// Returns the paths of all `<folder>/<tag>/*.ftl`, sorted.
fn files_of_locales(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for locale in entries(folder) {
        for file in entries(&locale) {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if name.ends_with(".ftl") && !name.starts_with('.') {
                files.push(file);
            }
        }
    }
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    if let Ok(entries) = fs::read_dir(folder) {
        for entry in entries.flatten() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    paths
}
