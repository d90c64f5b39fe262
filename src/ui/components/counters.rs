use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Drawer, Tab};
use crate::view::Counters;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct CountersProps {
    /// The numbers.
    pub(super) counters: Counters,
}

/// The four numbers, each a way into its list.
#[component]
pub(super) fn CountersBar(props: &CountersProps) -> Html {
    let page = use_page();
    let n = props.counters;
    let lists = [
        ("sections", copy::SECTIONS, n.sections, None),
        ("metrics", copy::METRICS, n.metrics, Some(Tab::Metrics)),
        ("blanks", copy::BLANKS, n.blanks, Some(Tab::Blanks)),
        ("findings", copy::FINDINGS, n.findings, Some(Tab::Findings)),
    ];
    html! {
        <ul class="counters" aria-label={copy::COUNTERS}>
            { for lists.into_iter().map(|(id, name, number, tab)| {
                let page = page.clone();
                let onclick = Callback::from(move |_: MouseEvent| {
                    let drawer = tab.map_or(Drawer::Outline, |tab| {
                        page.dispatch(Action::Tab(tab));
                        Drawer::Panel
                    });
                    page.dispatch(Action::Drawer(Some(drawer)));
                });
                let class = classes!("counter", format!("counter-{id}"), (number == 0).then_some("counter-none"));
                html! {
                    <li key={id}><button type="button" {class} {onclick}>
                        <span class="counter-number">{ copy::count(number) }</span>
                        <span class="counter-name">{ name }</span>
                    </button></li>
                }
            }) }
        </ul>
    }
}
