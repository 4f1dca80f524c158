//! The C ABI of the WebAssembly module, the same for every peer.

/// Returns a pointer to the start and length of a leaked text, or null for an invalid tag.
///
/// # Safety
///
/// `tag` points to `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn text(code: i32, tag: *const u8, length: usize) -> *const [usize; 2] {
    // SAFETY: the caller guarantees this.
    let tag = unsafe { std::slice::from_raw_parts(tag, length) };
    let Ok(tag) = std::str::from_utf8(tag) else {
        return std::ptr::null();
    };
    let text = Box::leak(Box::new(crate::first_text(code, tag)));
    Box::leak(Box::new([text.as_ptr() as usize, text.len()]))
}
