use super::menu::Menu;
use crate::ui::copy;
use crate::ui::page::{Page, use_page};
use crate::ui::state::{Action, Dialog, Print};
use crate::view::{MetricFilter, metric_order};
use yew::prelude::*;

/// What can be taken away.
#[component]
pub(super) fn ExportMenu() -> Html {
    let page = use_page();
    let item = |name: &'static str, does: fn(&Page)| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| does(&page));
        html! { <li><button type="button" class="menu-item" {onclick}>{ name }</button></li> }
    };
    html! {
        <Menu label={copy::EXPORT} class={classes!("button", "button-primary")}>
            { item(copy::EXPORT_FILES, |page| page.dispatch(Action::Dialog(Some(Dialog::Export)))) }
            { item(copy::EXPORT_TEXT, Page::save_text) }
            { item(copy::COPY_TEXT, Page::copy_text) }
            { item(copy::COPY_RICH, Page::copy_rich) }
            { item(copy::EXPORT_TSV, copy_table) }
            { item(copy::EXPORT_JSON, Page::save_json) }
            { item(copy::KEEPING, |page| page.dispatch(Action::Dialog(Some(Dialog::Keeping)))) }
            { item(copy::PRINT_TEXT, |page| page.dispatch(Action::Print(Print::Text))) }
            { item(copy::PRINT_LISTS, |page| page.dispatch(Action::Print(Print::Lists))) }
        </Menu>
    }
}

/// Copies the table of all metrics.
fn copy_table(page: &Page) {
    let desk = page.state.desk.as_ref();
    let order = desk.map(|desk| metric_order(desk, &MetricFilter::default(), None, &str::cmp));
    page.copy_table(&order.unwrap_or_default());
}
