#include "data/records_rows.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/string_index.h"

/* The rule behind counted numbers, which need none. */
static const struct source_rule plain_rule = { .multiply = 1 };

/* A cell on its way to rows. */
struct cell_reading {
	struct records_rows *rows;
	const struct records_grouping *grouping;
	const struct count_cell *cell;
	const struct records_output *output;
	bool first; /* of the outputs that take the cell: what it lacks is counted once */
	const char *texts[DATA_ROLE_COUNT];
	struct csv_cell cells[DATA_ROLE_COUNT];
};

size_t records_by_texts(int by)
{
	return DATA_ROLE_COUNT + (size_t)by;
}

double records_median(const struct count_pair *pairs, size_t count)
{
	uint64_t all = 0, before = 0;
	double lower = 0;
	bool found = false;

	for (size_t i = 0; i < count; i++)
		all += pairs[i].count;
	for (size_t i = 0; i < count; i++) {
		before += pairs[i].count;
		if (!found && 2 * before >= all) {
			lower = pairs[i].number;
			found = true;
		}
		if (2 * before > all)
			return (lower + pairs[i].number) / 2;
	}
	return lower;
}

/* -- what texts stand for --------------------------------------------------------------------- */

static const char *labelled(const struct records_rows *rows, enum data_role role, const char *text)
{
	int label = rows->series.labels[role] == NULL
			    ? STRING_INDEX_NONE
			    : string_index_find(rows->series.labels[role], text);

	return label == STRING_INDEX_NONE ? text : rows->series.label_texts[label];
}

static void note_meaning(struct records_rows *rows, size_t list, const char *text, int meaning)
{
	struct arena *arena = rows->reader->arena;
	struct records_texts *texts = &rows->texts[list];

	if (texts->index == NULL)
		texts->index = string_index_new(arena);
	if (!string_index_add(texts->index, text, (int)texts->count))
		return;
	texts->items = arena_grow(arena, texts->items, texts->count, &texts->capacity,
				  sizeof(*texts->items));
	texts->items[texts->count++] = (struct records_text){ text, meaning };
}

/* Counted once, in the grouping in which each record is in one cell. */
static bool tells_strangers(const struct cell_reading *reading, enum data_role role)
{
	const struct records_grouping *grouping = reading->grouping;

	if (!reading->first || grouping->of_total)
		return false;
	if (role == DATA_ROLE_GROUP)
		return !grouping->by_age && !grouping->by_sex;
	return grouping->by < 0 && grouping->by_age == (role == DATA_ROLE_AGE) &&
	       grouping->by_sex == (role == DATA_ROLE_SEX);
}

static void note_stranger(const struct cell_reading *reading, enum data_role role, const char *text)
{
	struct records_rows *rows = reading->rows;
	const struct count_cell *cell = reading->cell;
	struct records_stranger *known = NULL;

	if (!tells_strangers(reading, role))
		return;
	for (size_t i = 0; i < rows->stranger_count && known == NULL; i++)
		if (rows->strangers[i].role == role &&
		    rows->strangers[i].by == reading->grouping->by)
			known = &rows->strangers[i];
	if (known == NULL) {
		rows->strangers =
			arena_grow(rows->reader->arena, rows->strangers, rows->stranger_count,
				   &rows->stranger_capacity, sizeof(*rows->strangers));
		known = &rows->strangers[rows->stranger_count++];
		*known = (struct records_stranger){
			.role = role, .by = reading->grouping->by, .text = text, .line = cell->line
		};
	} else if (strcmp(known->text, text) != 0) {
		known->more++;
	}
	known->records += (double)cell->rows;
	if (cell->line < known->line) {
		known->line = cell->line;
		known->text = text;
	}
}

static bool is_all(const char *text)
{
	return strcasecmp(text, "all") == 0 || strcasecmp(text, "all ages") == 0 ||
	       strcasecmp(text, "persons") == 0;
}

/* True of a group of the classification, known or to be added. */
static bool is_group(const struct classification *classification, const char *text)
{
	double lower, upper;

	if (is_all(text))
		return false;
	if (group_find(classification, text) >= 0)
		return true;
	if (classification->form == CLASSIFICATION_AGE_BANDS)
		return age_band_parse(text, &lower, &upper);
	return classification->form != CLASSIFICATION_LISTED;
}

static const char *unknown_code(const struct classification *classification)
{
	for (size_t i = 0; i < classification->count; i++)
		if (classification->groups[i].kind == GROUP_UNKNOWN)
			return classification->groups[i].code;
	return NULL;
}

/* The text of a group as rows have it; NULL when the cell belongs to none. */
static const char *group_text(const struct cell_reading *reading, enum data_role role,
			      const struct classification *classification, const char *text)
{
	const char *unknown = role == DATA_ROLE_GROUP ? unknown_code(classification) : NULL;

	if (text == NULL)
		return unknown;
	if (strcmp(labelled(reading->rows, role, text), "skip") == 0 ||
	    is_group(classification, labelled(reading->rows, role, text)))
		return text;
	note_stranger(reading, role, text);
	return unknown;
}

/* -- one cell --------------------------------------------------------------------------------- */

static const struct classification *classification_of(const struct cell_reading *reading,
						      enum data_role role)
{
	const struct record_reader *reader = reading->rows->reader;
	const struct dimensions *dimensions = reader->dataset->dimensions;

	if (role == DATA_ROLE_AGE)
		return reader->dataset->ages;
	if (role == DATA_ROLE_SEX)
		return dimensions->classifications[reader->sexes];
	return dimensions
		->classifications[reading->rows->plan->classifications[reading->grouping->by]];
}

static void note_placeless(const struct cell_reading *reading)
{
	const struct records_grouping *grouping = reading->grouping;
	struct records_rows *rows = reading->rows;
	uint64_t line = reading->cell->line;

	if (grouping->by >= 0 || grouping->by_age || grouping->by_sex || grouping->of_total ||
	    !reading->first)
		return;
	if (rows->placeless == 0 || line < rows->placeless_line)
		rows->placeless_line = line;
	rows->placeless += (double)reading->cell->rows;
}

/* False when the cell belongs to no figure. */
static bool find_texts(struct cell_reading *reading)
{
	static const enum data_role roles[] = { DATA_ROLE_PERIOD, DATA_ROLE_ORGANISATION,
						DATA_ROLE_GROUP, DATA_ROLE_AGE, DATA_ROLE_SEX };

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		enum data_role role = roles[i];
		int place = reading->grouping->places[role];
		const char *text = place == PLACE_MISSING ? NULL : reading->cell->texts[place];

		if (place == PLACE_MISSING)
			continue;
		if (role != DATA_ROLE_PERIOD && role != DATA_ROLE_ORGANISATION)
			text = group_text(reading, role, classification_of(reading, role), text);
		else if (text == NULL)
			note_placeless(reading);
		if (text == NULL)
			return false;
		reading->texts[role] = text;
	}
	return true;
}

static const char *number_text(struct arena *arena, double number)
{
	char text[NUMBER_TEXT_MAX];

	number_shortest(number, text);
	return arena_strdup(arena, text);
}

static const struct counted_figure *figure_of(const struct cell_reading *reading, int measure)
{
	return measure == MEASURE_MISSING ? NULL : &reading->cell->figures[measure];
}

static void set_number(struct cell_reading *reading, enum data_role role, double number)
{
	reading->texts[role] = number_text(reading->rows->reader->arena, number);
}

static void set_numbers(struct cell_reading *reading)
{
	const struct records_output *output = reading->output;
	const struct counted_figure *numerator = figure_of(reading, output->numerator);
	const struct counted_figure *denominator = figure_of(reading, output->denominator);
	const struct counted_figure *median = figure_of(reading, output->median);

	if (numerator != NULL)
		set_number(reading, DATA_ROLE_NUMERATOR, numerator->number);
	if (denominator != NULL)
		set_number(reading, DATA_ROLE_DENOMINATOR, denominator->number);
	if (median == NULL)
		return;
	/* Of how many the median is decides whether it may be shown. */
	set_number(reading, DATA_ROLE_DENOMINATOR, median->number);
	if (median->pair_count > 0)
		set_number(reading, DATA_ROLE_VALUE,
			   records_median(median->pairs, median->pair_count));
}

/* What the rows of the grouping say beside their texts: constants, and of which breakdown they are. */
static void set_role(struct cell_reading *reading, enum data_role role)
{
	struct mapped_role *mapped = &reading->rows->series.roles[role];

	*mapped = (struct mapped_role){ .column = -1, .rule = &plain_rule };
	if (reading->texts[role] == NULL)
		return;
	mapped->known = true;
	mapped->column = (int)role;
	reading->cells[role] = (struct csv_cell){ .text = reading->texts[role],
						  .length = strlen(reading->texts[role]) };
}

static void set_constants(struct cell_reading *reading)
{
	const struct source_spec *source = reading->rows->plan->source;
	struct mapped_role *roles = reading->rows->series.roles;

	for (size_t i = 0; i < source->rule_count; i++)
		if (source->rules[i].kind == SOURCE_SET)
			roles[source->rules[i].role] =
				(struct mapped_role){ .known = true,
						      .column = -1,
						      .constant = source->rules[i].value.text,
						      .rule = &plain_rule };
	if (reading->grouping->of_total)
		roles[DATA_ROLE_ORGANISATION] =
			(struct mapped_role){ .known = true,
					      .column = -1,
					      .constant = reading->rows->plan->total->text,
					      .rule = &plain_rule };
	if (reading->grouping->by >= 0)
		roles[DATA_ROLE_DIMENSION] = (struct mapped_role){
			.known = true,
			.column = -1,
			.constant = classification_of(reading, DATA_ROLE_GROUP)->id,
			.rule = &plain_rule,
		};
}

/* What the texts of the row mean, for a second question if it is needed. */
static void note_meanings(const struct cell_reading *reading, const struct observation *row,
			  bool skipped)
{
	const struct {
		enum data_role role;
		int meaning;
	} parts[] = {
		{ DATA_ROLE_PERIOD, row->key.period },
		{ DATA_ROLE_ORGANISATION, row->key.organisation },
		{ DATA_ROLE_AGE, row->age },
		{ DATA_ROLE_SEX, row->key.sex },
		{ DATA_ROLE_GROUP, row->key.group },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		int place = reading->grouping->places[parts[i].role];
		const char *text = place == PLACE_MISSING ? NULL : reading->cell->texts[place];

		if (text == NULL ||
		    (skipped && strcmp(labelled(reading->rows, parts[i].role, text), "skip") != 0))
			continue;
		note_meaning(reading->rows,
			     parts[i].role == DATA_ROLE_GROUP
				     ? records_by_texts(reading->grouping->by)
				     : (size_t)parts[i].role,
			     text, skipped ? TEXT_SKIPPED : parts[i].meaning);
	}
}

static enum count_measure_kind measure_kind_of(const struct records_rows *rows, int measure)
{
	return measure == MEASURE_MISSING ? COUNT_EVENTS : rows->plan->query.measures[measure].kind;
}

static bool adds_up(enum count_measure_kind kind)
{
	return kind == COUNT_EVENTS || kind == COUNT_SUM;
}

static void add_row(struct cell_reading *reading)
{
	struct records_rows *rows = reading->rows;
	const struct records_output *output = reading->output;
	const struct csv_record record = { .cells = reading->cells, .count = DATA_ROLE_COUNT };
	struct records_row row = {
		.cell = rows->cells,
		.adds_up = adds_up(measure_kind_of(rows, output->numerator)) &&
			   adds_up(measure_kind_of(rows, output->denominator)) &&
			   output->median == MEASURE_MISSING,
		.of_total = reading->grouping->of_total,
		.counts_people = measure_kind_of(rows, output->numerator) == COUNT_PEOPLE ||
				 measure_kind_of(rows, output->denominator) == COUNT_PEOPLE,
	};
	enum record_outcome outcome;

	for (int role = 0; role < DATA_ROLE_COUNT; role++)
		set_role(reading, (enum data_role)role);
	set_constants(reading);
	rows->place.place =
		(struct location){ .file = rows->file, .line = (unsigned)reading->cell->line };
	rows->reader->only_indicator = output->indicator;
	outcome = record_read(rows->reader, &rows->place, &rows->series, rows->number, &record,
			      &row.observation);
	if (outcome == RECORD_SKIPPED) {
		note_meanings(reading, &row.observation, true);
		if (reading->grouping->by < 0 && !reading->grouping->by_age &&
		    !reading->grouping->by_sex && !reading->grouping->of_total && reading->first)
			rows->skipped += (double)reading->cell->rows;
	}
	if (outcome != RECORD_USED)
		return;
	note_meanings(reading, &row.observation, false);
	row.observation.line = (unsigned)reading->cell->line;
	row.observation.records = (double)reading->cell->rows;
	rows->items = arena_grow(rows->reader->arena, rows->items, rows->count, &rows->capacity,
				 sizeof(*rows->items));
	rows->items[rows->count++] = row;
}

/* People who had as many events each are a row; where nobody had any, one row says so. */
static void add_repeats(struct cell_reading *reading, const struct counted_figure *figure)
{
	for (size_t i = 0; i < figure->pair_count; i++) {
		set_number(reading, DATA_ROLE_NUMERATOR, (double)figure->pairs[i].count);
		set_number(reading, DATA_ROLE_EVENTS_PER_PERSON, figure->pairs[i].number);
		add_row(reading);
	}
	if (figure->pair_count == 0)
		add_row(reading);
}

static void add_output(struct records_rows *rows, const struct records_grouping *grouping,
		       const struct count_cell *cell, const struct records_output *output,
		       bool first)
{
	struct cell_reading reading = {
		.rows = rows, .grouping = grouping, .cell = cell, .output = output, .first = first
	};

	if (!find_texts(&reading))
		return;
	set_numbers(&reading);
	if (measure_kind_of(rows, output->numerator) == COUNT_REPEATS)
		add_repeats(&reading, figure_of(&reading, output->numerator));
	else
		add_row(&reading);
}

static void add_cell(struct records_rows *rows, const struct records_grouping *grouping,
		     const struct count_cell *cell)
{
	bool first = true;

	rows->cells++;
	for (size_t i = 0; i < rows->plan->output_count; i++) {
		const struct records_output *output = &rows->plan->outputs[i];

		if (grouping->by_age && !output->by_age)
			continue;
		add_output(rows, grouping, cell, output, first);
		first = false;
	}
}

void records_rows_add(struct records_rows *rows, const struct count_result *result)
{
	const struct records_plan *plan = rows->plan;

	for (size_t i = 0; i < plan->query.grouping_count; i++)
		for (size_t j = 0; j < result->groupings[i].count; j++)
			add_cell(rows, &plan->groupings[i], &result->groupings[i].items[j]);
}
