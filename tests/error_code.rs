//! Arbitrary numbers as codes, conversions, and the kinds of known codes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::HashSet;

use im_error_l10n::{ErrorCode, ErrorKind, ErrorType};

/// The numbers and HTTP status codes that `google/rpc/code.proto` documents.
const STATUSES: &str = "\
0 ok 200
1 cancelled 499
2 unknown 500
3 invalid-argument 400
5 not-found 404
6 already-exists 409
7 permission-denied 403
8 resource-exhausted 429
9 failed-precondition 400
10 aborted 409
12 unimplemented 501
13 internal 500
14 unavailable 503
16 unauthenticated 401";

#[test]
fn every_kind_has_its_number_name_and_http_status() {
    let mut kinds = Vec::new();
    for kind in ErrorKind::ALL {
        assert_eq!(*kind as i32, kind.grpc_code());
        kinds.push(format!("{} {kind} {}", kind.grpc_code(), kind.http_status()));
    }
    assert_eq!(kinds, STATUSES.lines().collect::<Vec<_>>());
    let distinct: HashSet<_> = ErrorKind::ALL.iter().collect();
    assert_eq!(distinct.len(), 14);
    assert_eq!(format!("[{:>9}]", ErrorKind::Internal), "[ internal]");
}

#[test]
fn every_known_code_converts_both_ways() {
    for error in ErrorType::ALL {
        let code = ErrorCode::from(error);
        assert_eq!(code, ErrorCode::from(*error));
        assert_eq!(code, ErrorCode::from(error.code()));
        assert_eq!(code, ErrorCode::from(&code));
        assert_eq!(i32::from(code), error.code());
        assert_eq!(code.get(), error.code());
        assert_eq!(code.error_type(), Some(*error));
        assert_eq!(code, *error);
        assert_eq!(*error, code);
        assert_eq!(code, error.code());
        assert_eq!(error.code(), code);
        assert_eq!(code.kind(), error.kind());
        assert_eq!(code.name(), Some(error.name()));
        assert_eq!(code.message_id(), Some(error.message_id()));
        assert_eq!(code.is_retryable(), error.is_retryable());
        assert_eq!(code.to_string(), error.to_string());
        let _: &dyn std::error::Error = &code;
    }
}

#[test]
fn unknown_numbers_are_valid_codes() {
    for number in [-1, 3, 7, 101, 9999, 10007, i32::MIN, i32::MAX] {
        let code = ErrorCode::new(number);
        assert_eq!(code.get(), number);
        assert_eq!(code.error_type(), None);
        assert_eq!(code.kind(), ErrorKind::Unknown);
        assert_eq!((code.name(), code.message_id(), code.is_retryable()), (None, None, false));
        assert_eq!(code.to_string(), number.to_string());
        assert_ne!(code, ErrorType::NotFriend);
        assert_ne!(code, 56);
    }
}

#[test]
fn codes_can_be_compared_hashed_and_used_in_constants() {
    const CODE: ErrorCode = ErrorCode::new(56);
    const KIND: ErrorKind = CODE.kind();
    assert_eq!(KIND, ErrorKind::FailedPrecondition);
    assert!(ErrorCode::new(-1) < ErrorCode::new(0));
    let distinct: HashSet<_> = [CODE, ErrorType::NotFriend.into(), 57.into()].into();
    assert_eq!(distinct.len(), 2);
}

#[cfg(feature = "serde")]
mod payload {
    use im_error_l10n::{ErrorCode, ErrorKind};

    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Payload {
        code: ErrorCode,
        msg: String,
        log_id: String,
    }

    #[test]
    fn payloads_with_any_code_round_trip() {
        for code in [99999, 56, -1, i32::MIN] {
            let json = format!(r#"{{"code":{code},"msg":"teapot","logId":"2026-11-25/7"}}"#);
            let payload: Payload = serde_json::from_str(&json).unwrap();
            assert_eq!(payload.code, ErrorCode::new(code));
            assert_eq!(serde_json::to_string(&payload).unwrap(), json);
        }
    }

    #[test]
    fn numbers_outside_i32_are_rejected() {
        for number in ["2147483648", "-2147483649", "1.5", "\"56\"", "true", "null"] {
            assert!(serde_json::from_str::<ErrorCode>(number).is_err(), "{number}");
        }
    }

    #[test]
    fn kinds_are_serialized_as_names() {
        for kind in ErrorKind::ALL {
            let json = format!("\"{kind}\"");
            assert_eq!(serde_json::to_string(kind).unwrap(), json);
            assert_eq!(serde_json::from_str::<ErrorKind>(&json).unwrap(), *kind);
        }
        let error = serde_json::from_str::<ErrorKind>("\"tea\\npot\"").unwrap_err();
        assert_eq!(error.to_string(), "unknown error kind `tea\\npot`");
    }
}
