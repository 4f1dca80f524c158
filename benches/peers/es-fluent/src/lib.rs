//! The error codes as es-fluent requires them: an enum whose variants are messages.

es_fluent_manager_embedded::define_i18n_module!();

include!("../../generated/error.rs");
