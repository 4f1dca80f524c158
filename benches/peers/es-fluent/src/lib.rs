//! The error codes in the form that es-fluent requires: an enum whose variants are messages.

es_fluent_manager_embedded::define_i18n_module!();

include!("../../generated/error.rs");
