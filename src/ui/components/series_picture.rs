use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Mark, SeriesKey, bars};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SeriesProps {
    /// The report.
    pub(super) desk: Shared,
    /// The metrics that are listed.
    pub(super) order: Rc<Vec<u32>>,
    /// Which of them are drawn.
    pub(super) series: SeriesKey,
}

/// Figures that can be compared, as bars; each leads to its place.
#[component]
pub(super) fn SeriesPicture(props: &SeriesProps) -> Html {
    let page = use_page();
    let deps = (props.desk.clone(), props.order.clone(), props.series.clone());
    let picture = use_memo(deps, |(desk, order, series)| bars(desk, order, series));
    let zero = picture.zero.to_string();
    html! {
        <>
            <ol class="bars">
                { for picture.bars.iter().map(|bar| {
                    let (page, mark) = (page.clone(), Mark::Metric(bar.metric));
                    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Show(mark)));
                    html! {
                        <li key={bar.metric}><button type="button" class="bar" {onclick}>
                            <span class="bar-name" title={bar.name.clone()}>{ bar.name.clone() }</span>
                            <svg class="bar-picture" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                                <rect class="bar-figures" x={bar.start.to_string()} y="0" width={bar.length.to_string()} height="10" />
                                <path class="bar-zero" d={format!("M{zero} 0V10")} />
                            </svg>
                            <span class="bar-value">{ bar.value.clone() }</span>
                        </button></li>
                    }
                }) }
            </ol>
            if picture.rest > 0 { <p class="picture-rest">{ copy::rest_of_series(picture.rest) }</p> }
        </>
    }
}
