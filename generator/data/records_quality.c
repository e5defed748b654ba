#include "data/records_quality.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"

struct teller {
	const struct records_rows *rows;
	const struct count_result *result;
	struct data_source *source;
	bool *wanted; /* of every value: it decides where a record is counted, or as whom */
};

static struct location place_of(const struct teller *teller, uint64_t line)
{
	return (struct location){ .file = teller->rows->file, .line = (unsigned)line };
}

static const char *quoted(struct arena *arena, const char *text)
{
	enum { SHOWN_MOST = 80 };
	size_t length = strlen(text), shown = encoding_cut(text, length, SHOWN_MOST);

	return arena_printf(arena, "\"%.*s%s\"", (int)shown, text, shown < length ? "..." : "");
}

static const char *rows_of(struct arena *arena, double count)
{
	return arena_printf(arena, "%.0f row%s", count, count == 1 ? "" : "s");
}

/* -- values ----------------------------------------------------------------------------------- */

static void want(struct teller *teller, int value)
{
	const struct count_value *values = teller->rows->plan->query.values;

	if (value == VALUE_NONE || teller->wanted[value])
		return;
	teller->wanted[value] = true;
	want(teller, values[value].from);
	want(teller, values[value].until);
}

static void find_wanted(struct teller *teller)
{
	const struct count_query *query = &teller->rows->plan->query;

	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < query->groupings[i].value_count; j++)
			want(teller, query->groupings[i].values[j]);
	for (size_t i = 0; i < query->measure_count; i++)
		want(teller, query->measures[i].value);
}

static const struct {
	enum diag_code code;
	const char *hint;
} lack_kinds[LACK_COUNT] = {
	[LACK_EMPTY] = { DIAG_VALUES_EMPTY, NULL },
	[LACK_UNREADABLE] = { DIAG_VALUES_UNREADABLE, NULL },
	[LACK_RANGE] = { DIAG_VALUES_OUTSIDE, "least and most of derive say what is possible" },
	[LACK_UNMATCHED] = { DIAG_VALUES_UNMATCHED, NULL },
};

#define SAYS_DATES                                                                                 \
	": dates=\"...\" of the source, or form=\"...\" of derive, says how they are written"

static const char *const date_hints[] = {
	[DATE_FORM_ISO] = "dates are read as iso, 2024-05-31" SAYS_DATES,
	[DATE_FORM_DAY_FIRST] = "dates are read as day-first, 31/05/2024" SAYS_DATES,
	[DATE_FORM_COMPACT] = "dates are read as compact, 20240531" SAYS_DATES,
};

static const char *lack_hint(const struct count_value *value, enum count_lack lack)
{
	if (lack == LACK_UNREADABLE && value->kind == VALUE_DATE)
		return date_hints[value->form];
	if (lack == LACK_UNMATCHED)
		return value->kind == VALUE_BAND ? "no band holds the number"
						 : "the lookup has no such key";
	return lack_kinds[lack].hint;
}

static void tell_lack(const struct teller *teller, size_t value, enum count_lack lack,
		      enum diag_code code, const struct count_tally *tally, double of,
		      const char *which)
{
	struct arena *arena = teller->rows->reader->arena;
	const struct count_value *found = &teller->rows->plan->query.values[value];
	const char *text = tally->text[lack] == NULL ? "" : tally->text[lack];

	if (tally->rows[lack] == 0)
		return;
	diag_add(teller->rows->reader->diags, code, place_of(teller, tally->line[lack]),
		 arena_printf(arena, "%s: %s of %.0f %s%s%s", found->name,
			      rows_of(arena, (double)tally->rows[lack]), of, which,
			      text[0] == '\0' ? "" : ", the first with ",
			      text[0] == '\0' ? "" : quoted(arena, text)),
		 lack_hint(found, lack));
}

/* Rows in which a value is missing for what it is made from. */
static uint64_t lacks_before(const struct teller *teller, int value)
{
	uint64_t most = 0;
	const struct count_value *values = teller->rows->plan->query.values;
	const int sources[] = { values[value].from, values[value].until };

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		uint64_t rows;

		if (sources[i] == VALUE_NONE)
			continue;
		rows = lacks_before(teller, sources[i]);
		for (int lack = 0; lack < LACK_COUNT; lack++)
			rows += teller->result->taken[sources[i]].rows[lack];
		/* Rows that lack both count once: rather too few than too many. */
		most = rows > most ? rows : most;
	}
	return most;
}

/* No row has a value, though some have something there. */
static bool is_useless(const struct teller *teller, size_t value, enum count_lack lack)
{
	const struct count_tally *tally = &teller->result->taken[value];

	return (lack == LACK_UNREADABLE || lack == LACK_UNMATCHED) && tally->rows[lack] > 0 &&
	       tally->rows[lack] + tally->rows[LACK_EMPTY] + lacks_before(teller, (int)value) >=
		       teller->result->rows_taken;
}

static void keep_lacks(const struct teller *teller, size_t value)
{
	struct data_source *source = teller->source;
	const struct count_tally *tally = &teller->result->taken[value];
	const struct value_lacks lacks = {
		.name = teller->rows->plan->query.values[value].name,
		.empty = (double)tally->rows[LACK_EMPTY],
		.unreadable = (double)tally->rows[LACK_UNREADABLE],
		.outside = (double)tally->rows[LACK_RANGE],
		.unmatched = (double)tally->rows[LACK_UNMATCHED],
	};

	/* A column and what is read from it are one to readers. */
	for (size_t i = 0; i < source->lack_count; i++)
		if (strcmp(source->lacks[i].name, lacks.name) == 0) {
			source->lacks[i].empty += lacks.empty;
			source->lacks[i].unreadable += lacks.unreadable;
			source->lacks[i].outside += lacks.outside;
			source->lacks[i].unmatched += lacks.unmatched;
			return;
		}
	source->lacks[source->lack_count++] = lacks;
}

static void tell_values(const struct teller *teller)
{
	const struct count_query *query = &teller->rows->plan->query;
	double taken = (double)teller->result->rows_taken;
	double left = (double)teller->result->rows - taken;

	for (size_t i = 0; i < query->value_count; i++) {
		for (int lack = 0; lack < LACK_COUNT; lack++) {
			if (lack == LACK_EMPTY && !teller->wanted[i])
				continue;
			tell_lack(teller, i, (enum count_lack)lack,
				  is_useless(teller, i, (enum count_lack)lack)
					  ? DIAG_VALUES_NONE
					  : lack_kinds[lack].code,
				  &teller->result->taken[i], taken, "taken");
			if (lack != LACK_EMPTY)
				tell_lack(teller, i, (enum count_lack)lack, lack_kinds[lack].code,
					  &teller->result->left_out[i], left, "left out");
		}
		if (teller->wanted[i])
			keep_lacks(teller, i);
	}
}

/* -- groups ----------------------------------------------------------------------------------- */

static const char *list_hint(struct arena *arena, const struct classification *classification)
{
	return classification->form == CLASSIFICATION_AGE_BANDS
		       ? "an age band is written 0-4, 5 to 9, 90+ or Under 18; derive as=\"band\" "
			 "makes them from numbers"
		       : arena_printf(arena,
				      "name texts of groups with label, or derive groups with a "
				      "lookup");
}

static void tell_strangers(const struct teller *teller)
{
	const struct records_rows *rows = teller->rows;
	const struct dataset *dataset = rows->reader->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	struct arena *arena = rows->reader->arena;

	for (size_t i = 0; i < rows->stranger_count; i++) {
		const struct records_stranger *stranger = &rows->strangers[i];
		const struct classification *classification =
			stranger->role == DATA_ROLE_AGE ? dataset->ages
			: stranger->role == DATA_ROLE_SEX
				? dimensions->classifications[rows->reader->sexes]
				: dimensions->classifications
					  [rows->plan->classifications[stranger->by]];

		diag_add(rows->reader->diags, DIAG_GROUPS_STRANGE, place_of(teller, stranger->line),
			 arena_printf(arena, "%s: %s with %s%s",
				      stranger->role == DATA_ROLE_AGE ? "age" : classification->id,
				      rows_of(arena, stranger->records),
				      quoted(arena, stranger->text),
				      stranger->more > 0 ? " and others" : ""),
			 list_hint(arena, classification));
	}
}

/* -- people ----------------------------------------------------------------------------------- */

/* How many more people the groups of a breakdown have than there are. */
struct shared_people {
	int indicator, classification;
	double people;
};

static double people_counted(const struct records_row *row)
{
	const struct quantity *count = quantity_is_shown(&row->observation.numerator)
					       ? &row->observation.numerator
					       : &row->observation.denominator;

	return quantity_is_shown(count) ? count->number : 0;
}

static bool is_plain(const struct records_row *row)
{
	return row->counts_people && !row->of_total && row->observation.age == AGE_ALL &&
	       row->observation.key.sex == SEX_ALL;
}

/* Who has a birthday is in two bands of age, and nothing is wrong. */
static bool is_by_age(const struct dimensions *dimensions, int classification)
{
	int found =
		dimension_find(dimensions, dimensions->classifications[classification]->dimension);

	return found >= 0 && dimensions->items[found].is_age;
}

static void note_shared(struct shared_people *all, size_t *count, const struct cell_key *key,
			double people)
{
	for (size_t i = 0; i < *count; i++)
		if (all[i].indicator == key->indicator &&
		    all[i].classification == key->classification) {
			all[i].people += people;
			return;
		}
	all[(*count)++] = (struct shared_people){ key->indicator, key->classification, people };
}

/* Rows are sorted: the total of a period and body comes before its groups. */
static size_t find_shared(const struct records_rows *rows, struct shared_people *all)
{
	const struct dimensions *dimensions = rows->reader->dataset->dimensions;
	size_t count = 0;
	double total = 0;

	for (size_t i = 0; i < rows->count;) {
		const struct cell_key *key = &rows->items[i].observation.key;
		double people = 0;
		size_t end = i;

		for (; end < rows->count; end++) {
			const struct cell_key *other = &rows->items[end].observation.key;

			if (other->indicator != key->indicator || other->period != key->period ||
			    other->organisation != key->organisation ||
			    other->classification != key->classification)
				break;
			if (is_plain(&rows->items[end]))
				people += people_counted(&rows->items[end]);
		}
		if (key->classification == CLASSIFICATION_ALL)
			total = people;
		else if (people > total && rows->items[i].counts_people &&
			 !is_by_age(dimensions, key->classification))
			note_shared(all, &count, key, people - total);
		i = end;
	}
	return count;
}

static void tell_shared(const struct teller *teller)
{
	const struct records_rows *rows = teller->rows;
	struct arena *arena = rows->reader->arena;
	const struct dataset *dataset = rows->reader->dataset;
	size_t most = rows->plan->output_count * rows->plan->source->records.by_count;
	struct shared_people *all = arena_array(arena, most + 1, sizeof(*all));
	size_t count = find_shared(rows, all);

	for (size_t i = 0; i < count; i++)
		diag_add(
			rows->reader->diags, DIAG_PEOPLE_SHARED, teller->source->at,
			arena_printf(
				arena, "%s by %s: %.0f more than there are people",
				all[i].indicator < 0
					? teller->source->id
					: dataset->indicators->items[all[i].indicator].id,
				dataset->dimensions->classifications[all[i].classification]->id,
				all[i].people),
			"records of one person differ in their group; each group counts the person, "
			"the total counts everybody once");
}

/* -- the whole -------------------------------------------------------------------------------- */

void records_quality_tell(const struct records_rows *rows, const struct count_result *result,
			  struct data_source *source)
{
	const struct count_query *query = &rows->plan->query;
	struct arena *arena = rows->reader->arena;
	struct teller teller = {
		.rows = rows,
		.result = result,
		.source = source,
		.wanted = arena_array(arena, query->value_count + 1, sizeof(*teller.wanted)),
	};

	source->lacks = arena_array(arena, query->value_count + 1, sizeof(*source->lacks));
	find_wanted(&teller);
	tell_values(&teller);
	tell_strangers(&teller);
	tell_shared(&teller);
	if (rows->placeless > 0)
		diag_addf(rows->reader->diags, DIAG_ROWS_PLACELESS,
			  place_of(&teller, rows->placeless_line), "%s of %.0f taken",
			  rows_of(arena, rows->placeless), (double)result->rows_taken);
}
