//! The C ABI of the WebAssembly module, the same for every peer.

/// Returns a text that lives on: a pointer to its start and length, or null for an invalid tag.
///
/// # Safety
///
/// `tag` points to `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn text(code: i32, tag: *const u8, length: usize) -> *const [usize; 2] {
    // SAFETY: as the caller promised.
    let tag = unsafe { std::slice::from_raw_parts(tag, length) };
    let Ok(tag) = std::str::from_utf8(tag) else {
        return std::ptr::null();
    };
    let text = Box::leak(Box::new(crate::first_text(code, tag)));
    Box::leak(Box::new([text.as_ptr() as usize, text.len()]))
}
