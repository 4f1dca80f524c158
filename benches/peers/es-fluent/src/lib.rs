//! The error codes as es-fluent wants them: an enum whose variants are messages.

es_fluent_manager_embedded::define_i18n_module!();

include!(concat!(env!("OUT_DIR"), "/error.rs"));
