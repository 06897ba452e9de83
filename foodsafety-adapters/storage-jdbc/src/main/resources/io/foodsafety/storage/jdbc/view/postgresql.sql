-- Views of a city, for reading with SQL. A view is stable: columns are added at its end, never changed.
-- Above each: the collections that it needs, with their index attributes, and the logs.

-- fs_business: subjects division segment uscc
select
  d.id,
  d.version,
  nullif(d.a_division, '') as division,
  nullif(d.a_segment, '') as segment,
  nullif(d.a_uscc, '') as uscc,
  l.last ->> 'name' as name,
  l.last ->> 'format' as format,
  l.last ->> 'address' as address,
  (l.last -> 'location' ->> 'lat')::double precision as latitude,
  (l.last -> 'location' ->> 'lon')::double precision as longitude,
  l.last -> 'attributes' as attributes,
  convert_from(d.body, 'UTF8')::json as body
from fs_c_subjects d
cross join lateral (
  select coalesce(b.json -> 'records' -> -1, b.json) as last
  from (select convert_from(d.body, 'UTF8')::json as json) b
) l;

-- fs_licence: subjects division segment uscc
select
  b.id as business,
  l.json ->> 'number' as number,
  (l.json ->> 'issuedOn')::date as issued_on,
  (l.json ->> 'validFrom')::date as valid_from,
  (l.json ->> 'validTo')::date as valid_to
from (
  select d.id, coalesce(r.json -> 'records' -> -1, r.json) as last
  from fs_c_subjects d
  cross join lateral (select convert_from(d.body, 'UTF8')::json as json) r
) b
cross join lateral json_array_elements(coalesce(b.last -> 'licences', '[]'::json)) as l (json);

-- fs_fact: facts at concerns* kind; withdrawals concerns* target
select
  d.id,
  d.version,
  d.a_kind as kind,
  d.a_at as at,
  case json_typeof(b.json -> 'subject') when 'string' then 'business'
    else b.json -> 'subject' ->> 'type' end as subject_type,
  coalesce(b.json -> 'subject' ->> 'id', b.json ->> 'subject') as subject_id,
  b.json ->> 'until' as until,
  b.json ->> 'source' as source,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at,
  b.json -> 'refs' as refs,
  b.json -> 'attributes' as attributes,
  exists (select from fs_c_withdrawals w where w.a_target = d.id) as is_withdrawn,
  b.json as body
from fs_c_facts d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b;

-- fs_fact_concern: facts at concerns* kind
select i.id as fact, i.item as concern
from fs_i_facts i
where i.attribute = 'concerns';

-- fs_withdrawal: withdrawals concerns* target
select
  d.id,
  d.a_target as fact,
  b.json ->> 'at' as at,
  b.json ->> 'reason' as reason,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at,
  b.json as body
from fs_c_withdrawals d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b;

-- fs_inspection: facts at concerns* kind; withdrawals concerns* target
select
  d.id,
  coalesce(b.json -> 'subject' ->> 'id', b.json ->> 'subject') as business,
  d.a_at as at,
  (b.json -> 'attributes' ->> 'score')::numeric as score,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at,
  b.json -> 'attributes' as attributes
from fs_c_facts d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b
where d.a_kind = 'inspection'
  and not exists (select from fs_c_withdrawals w where w.a_target = d.id);

-- fs_submission: submissions at form subject
select
  d.id,
  d.version,
  d.a_form as form,
  d.a_subject as subject,
  d.a_at as at,
  b.json ->> 'withdrawn' as withdrawn,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at,
  b.json -> 'submission' -> 'answers' as answers,
  b.json as body
from fs_c_submissions d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b;

-- fs_relation: relations end*
select
  d.id,
  b.json ->> 'kind' as kind,
  b.json ->> 'from' as from_business,
  b.json ->> 'to' as to_business,
  (b.json ->> 'validFrom')::date as valid_from,
  (b.json ->> 'validTo')::date as valid_to,
  b.json ->> 'withdrawn' as withdrawn,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at
from fs_c_relations d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b;

-- fs_trace_event: trace_events at lot* party*
select
  d.id,
  nullif(d.a_at, '') as at,
  b.json ->> 'event' as event,
  b.json ->> 'party' as party,
  b.json ->> 'from' as from_party,
  b.json ->> 'to' as to_party,
  (b.json ->> 'recordedAt')::timestamptz as recorded_at,
  b.json as body
from fs_c_trace_events d
cross join lateral (select convert_from(d.body, 'UTF8')::json as json) b;

-- fs_trace_event_lot: trace_events at lot* party*
select i.id as event, i.item as lot
from fs_i_trace_events i
where i.attribute = 'lot';

-- fs_trace_event_party: trace_events at lot* party*
select i.id as event, i.item as party
from fs_i_trace_events i
where i.attribute = 'party';

-- fs_ledger_entry: log ledger
select
  e.position,
  b.json ->> 'actor' as actor,
  (b.json ->> 'at')::timestamptz as at,
  b.json ->> 'collection' as collection,
  b.json ->> 'id' as document,
  (b.json ->> 'version')::bigint as version,
  b.json ->> 'op' as op,
  b.json ->> 'hash' as hash
from fs_l_ledger e
cross join lateral (select convert_from(e.body, 'UTF8')::json as json) b;
