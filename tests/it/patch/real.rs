//! Real files, where they lie beside the project.
