//! Components, one per file.

mod app;
mod blank_line;
mod blank_list;
mod chunk;
mod counters;
mod dialog;
mod document_pane;
mod encoding_menu;
mod export_menu;
mod finding_group;
mod finding_item;
mod finding_list;
mod header;
mod help_dialog;
mod icon;
mod intro;
mod metric_head;
mod metric_line;
mod metric_table;
mod metric_tools;
mod notice_bar;
mod outline_branch;
mod outline_pane;
mod panel;
mod paragraph_view;
mod paste_box;
mod piece_view;
mod privacy_dialog;
mod revision_menu;
mod spacer;

pub(super) use app::App;
