//! Readers that fail at what begins with an exclamation mark.

fn is_bad(bytes: &[u8]) -> bool {
    bytes.starts_with(b"!")
}

/// Stops the program.
pub(super) fn panic(bytes: &[u8]) {
    assert!(!is_bad(bytes), "planted");
}

/// Goes deeper and deeper.
pub(super) fn depth(bytes: &[u8]) {
    fn deeper(times: u64) -> u64 {
        let own = std::hint::black_box([times; 64]);
        if times == 0 { own[0] } else { deeper(times - 1) + own[63] }
    }
    if is_bad(bytes) {
        std::hint::black_box(deeper(10_000_000));
    }
}

/// Fills the memory.
pub(super) fn memory(bytes: &[u8]) {
    if is_bad(bytes) {
        std::hint::black_box(vec![1_u8; 700 * 1024 * 1024]);
    }
}
