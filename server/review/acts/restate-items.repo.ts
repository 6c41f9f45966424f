import { sql } from "drizzle-orm";
import type { Reads } from "../review-context";

/**
 * Brings what is derived from standing decisions up to date for these items: state and count in every campaign that has
 * them, outcome and count over all. Only this writes those columns once an item is made; it may be called for any items at
 * any time, and what is right already is not touched. Set-based: ten thousand items cost as many index look-ups.
 */
export function restateItems(db: Reads, numbers: readonly number[]): void {
  const list = JSON.stringify(numbers);
  db.run(sql`
    update campaign_items set decided = derived.decided, state = derived.state
    from (
      select campaign_id, item_number, decided,
        case
          when adjudicated then 'settled'
          when decided < overlap then 'open'
          when verdicts = 1 then 'agreed'
          else 'conflict'
        end as state
      from (
        select place.campaign_id, place.item_number, campaign.overlap,
          count(stands.verdict) filter (where stands.verdict <> 'skip' and not stands.adjudication) as decided,
          count(distinct stands.verdict) filter (where stands.verdict <> 'skip' and not stands.adjudication) as verdicts,
          coalesce(max(stands.adjudication), 0) as adjudicated
        from json_each(${list}) as wanted
        cross join campaign_items as place on place.item_number = wanted.value
        join review_campaigns as campaign on campaign.id = place.campaign_id
        left join review_standing as stands
          on stands.campaign_id = place.campaign_id and stands.item_number = place.item_number
        group by place.campaign_id, place.item_number
      )
    ) as derived
    where campaign_items.campaign_id = derived.campaign_id
      and campaign_items.item_number = derived.item_number
      and (campaign_items.decided <> derived.decided or campaign_items.state <> derived.state)`);
  db.run(sql`
    update review_items set decision_count = derived.decided, outcome = derived.outcome
    from (
      select number, decided,
        case
          when settled is not null then (select verdict from review_decisions where seq = settled)
          when decided = 0 then 'undecided'
          when verdicts = 1 then verdict
          else 'conflict'
        end as outcome
      from (
        select item.number,
          count(stands.verdict) as decided,
          count(distinct stands.verdict) as verdicts,
          min(stands.verdict) as verdict,
          max(case when stands.adjudication then stands.decision_seq end) as settled
        from json_each(${list}) as wanted
        cross join review_items as item on item.number = wanted.value
        left join review_standing as stands on stands.item_number = item.number and stands.verdict <> 'skip'
        group by item.number
      )
    ) as derived
    where review_items.number = derived.number
      and (review_items.decision_count <> derived.decided or review_items.outcome <> derived.outcome)`);
}
