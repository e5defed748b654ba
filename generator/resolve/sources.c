/*
 * sources.c - the table of data sources.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/disclosure.h"
#include "resolve/written.h"

enum { SOURCE, GIVES, PERIOD, RULE, ROWS, COLUMNS };

/* Letters that ids of one kind begin with, and how many of them are named by the first and the last. */
enum { PREFIX = 2, RUN_LEAST = 3 };

/* One source to the reader: a file, or several of one publication, day and rule. */
struct source_row {
	struct resolver *resolver;
	const struct scope *scope;
	const struct data_source *first;
	struct text citation;
	bool *files; /* of the data's sources, those of the row */
	size_t rows_used;
	bool rows_protected; /* rows are records, and counts of them are hidden or rounded */
};

/* -- rows --------------------------------------------------------------------------------------- */

/* How the author names a source in full. */
static struct text citation_of(struct resolver *resolver, const struct scope *scope, const char *id)
{
	const struct report *report = resolver->report;

	for (size_t i = 0; i < report->source_count; i++)
		if (strcmp(report->sources[i].id, id) == 0)
			return resolve_inline(resolver, scope, report->sources[i].citation);
	return (struct text){ 0 };
}

static bool belongs_to(const struct source_row *row, const struct data_source *source,
		       const struct text *citation)
{
	struct arena *arena = row->resolver->arena;

	return strcmp(row->first->title, source->title) == 0 &&
	       strcmp(row->first->rule, source->rule) == 0 &&
	       strcmp(row->first->retrieved, source->retrieved) == 0 &&
	       strcmp(text_plain(arena, &row->citation), text_plain(arena, citation)) == 0;
}

/* All sources that rows were used of. */
static struct source_row *find_rows(struct resolver *resolver, const struct scope *scope,
				    size_t *count)
{
	const struct dataset *dataset = resolver->dataset;
	struct source_row *rows =
		arena_array(resolver->arena, dataset->source_count, sizeof(*rows));

	*count = 0;
	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct data_source *source = &dataset->sources[i];
		struct text citation = citation_of(resolver, scope, source->id);
		size_t row = 0;

		if (source->rows_used == 0)
			continue;
		while (row < *count && !belongs_to(&rows[row], source, &citation))
			row++;
		if (row == *count)
			rows[(*count)++] = (struct source_row){
				.resolver = resolver,
				.scope = scope,
				.first = source,
				.citation = citation,
				.files = arena_array(resolver->arena, dataset->source_count,
						     sizeof(bool)),
			};
		rows[row].files[i] = true;
		rows[row].rows_used += source->rows_used;
		rows[row].rows_protected =
			rows[row].rows_protected ||
			(source->counted &&
			 disclosure_protects(resolver->results->effects[i].rule));
	}
	return rows;
}

/* -- what a source gives ------------------------------------------------------------------------ */

static bool gives_figures(const struct source_row *row, int indicator)
{
	const struct results *results = row->resolver->results;

	for (size_t i = 0; i < results->count; i++)
		if (results->items[i].key.indicator == indicator &&
		    row->files[results->items[i].source])
			return true;
	return false;
}

static bool gives_people(const struct source_row *row, int indicator)
{
	const struct dataset *dataset = row->resolver->dataset;
	int source = source_find(dataset, dataset->indicators->items[indicator].denominator_source);

	return source >= 0 && row->files[source];
}

/* How many indicators of one set follow each other from this one on, all of them given. */
static size_t run_from(const struct source_row *row,
		       bool (*gives)(const struct source_row *row, int indicator), size_t first)
{
	const struct indicators *indicators = row->resolver->dataset->indicators;
	const struct indicator *items = indicators->items;
	size_t count = 1;

	while (items[first].set[0] != '\0' && first + count < indicators->count &&
	       strcmp(items[first + count].set, items[first].set) == 0 &&
	       strncmp(items[first + count].id, items[first].id, PREFIX) == 0 &&
	       gives(row, (int)(first + count)))
		count++;
	return count;
}

static const char *name_of(const struct indicator *indicator)
{
	return indicator->set[0] == '\0' ? indicator->short_name : indicator->id;
}

/*
 * "ER01 to ER04, CV01, births": neighbours in the list of indicators whose ids begin alike are named by their ends. An
 * indicator of the report's own has no id that readers could look up.
 */
static const char *indicators_of(const struct source_row *row,
				 bool (*gives)(const struct source_row *row, int indicator))
{
	struct resolver *resolver = row->resolver;
	const struct indicators *indicators = resolver->dataset->indicators;
	const char *words = "";

	for (size_t i = 0, run; i < indicators->count; i += run) {
		const char *name = name_of(&indicators->items[i]);

		run = 1;
		if (!gives(row, (int)i))
			continue;
		run = run_from(row, gives, i);
		if (run < RUN_LEAST)
			run = 1;
		else
			name = words_fill(&resolver->words, STRING_CLASS_RANGE,
					  (struct placeholder[]){
						  { "a", name },
						  { "b", name_of(&indicators->items[i + run - 1]) },
						  { 0 } });
		words = arena_printf(resolver->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
				     name);
	}
	return words;
}

static struct text gives_text(const struct source_row *row)
{
	static const struct {
		bool (*gives)(const struct source_row *row, int indicator);
		enum string_id words;
	} kinds[] = {
		{ gives_figures, STRING_SOURCES_FIGURES },
		{ gives_people, STRING_SOURCES_PEOPLE },
	};
	struct resolver *resolver = row->resolver;
	struct text text = { 0 };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const char *ids = indicators_of(row, kinds[i].gives);

		if (ids[0] == '\0')
			continue;
		begin_line(resolver, &text);
		append_words(resolver, &text,
			     words_fill(&resolver->words, kinds[i].words,
					(struct placeholder[]){ { "ids", ids }, { 0 } }));
	}
	if (text.count == 0)
		append_words(resolver, &text, word_of(resolver, STRING_SOURCES_NOTHING));
	return text;
}

/* -- its period --------------------------------------------------------------------------------- */

/* True of a row of the data that the source gives the counts of, or the people. */
static bool is_of_source(const struct source_row *row, const struct observation *observation,
			 bool people)
{
	return people ? gives_people(row, observation->key.indicator)
		      : row->files[observation->source];
}

/* From the first to the last of its rows; periods of the dataset are in their order. */
static const char *period_of(const struct source_row *row, bool people)
{
	const struct dataset *dataset = row->resolver->dataset;
	const struct words *words = &row->resolver->words;
	int first = -1, last = -1;

	for (size_t i = 0; i < dataset->count; i++) {
		int period = dataset->observations[i].key.period;

		if (!is_of_source(row, &dataset->observations[i], people))
			continue;
		first = first < 0 || period < first ? period : first;
		last = period > last ? period : last;
	}
	/* A source of populations has no rows of its own among the figures. */
	if (first < 0)
		return people ? "" : period_of(row, true);
	return first == last ? words_period(words, &dataset->periods[first])
			     : words_period_span(words, &dataset->periods[first],
						 &dataset->periods[last]);
}

/* -- the table ---------------------------------------------------------------------------------- */

static void add_day(const struct source_row *row, struct text *text)
{
	struct resolver *resolver = row->resolver;
	const char *iso = row->first->retrieved;
	struct date day;

	if (date_parse(iso, strlen(iso), &day))
		append_words(
			resolver, text,
			words_fill(&resolver->words, STRING_SOURCES_EXTRACTED,
				   (struct placeholder[]){
					   { "date", words_date(&resolver->words, day) }, { 0 } }));
	else
		add_author_gap(resolver, text, row->first->at, row->first->title,
			       word_of(resolver, STRING_GAP_RETRIEVED));
}

/* Who knows how many records there are takes all counts from it that are shown. */
static struct text rows_text(const struct source_row *row, struct state_set *states)
{
	struct resolver *resolver = row->resolver;
	const struct value hidden = value_without(VALUE_SUPPRESSED, REASON_CONFIDENTIAL);
	const char *words;

	if (!row->rows_protected)
		return plain_text(resolver,
				  words_number(&resolver->words, (double)row->rows_used, 0));
	words = words_state(&resolver->words, hidden.state);
	note_printed(states, &hidden, words);
	return shorthand_text(resolver, words);
}

static void add_row(const struct source_row *row, struct table *table, struct state_set *states)
{
	struct resolver *resolver = row->resolver;
	struct table_cell *cells = written_row(resolver, table);

	cells[SOURCE].text = plain_text(resolver, row->first->title);
	cells[SOURCE].detail = row->citation;
	cells[GIVES].text = gives_text(row);
	cells[PERIOD].text = plain_text(resolver, period_of(row, false));
	add_day(row, &cells[PERIOD].detail);
	cells[RULE].text = plain_text(resolver, row->first->rule);
	cells[ROWS].text = rows_text(row, states);
	cells[ROWS].state = row->rows_protected ? VALUE_SUPPRESSED : VALUE_SHOWN;
}

void resolve_sources(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	static const enum string_id headings[COLUMNS] = {
		STRING_SOURCES_SOURCE, STRING_SOURCES_GIVES, STRING_SOURCES_PERIOD,
		STRING_SOURCES_RULE,   STRING_SOURCES_ROWS,
	};
	static const double weights[COLUMNS] = { 25, 20, 28, 12, 7 };
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table = written_table(resolver, headings, weights, COLUMNS);
	struct figure_words words = { .title = word_of(resolver, STRING_SOURCES_TITLE),
				      .subtitle = "" };
	struct state_set states = { 0 };
	size_t count;
	const struct source_row *rows = find_rows(resolver, scope, &count);

	for (size_t i = 0; i < count; i++)
		add_row(&rows[i], table, &states);
	if (count == 0)
		return;
	table->columns[RULE].kind = COLUMN_WORD; /* no name of a rule is broken */
	table->columns[ROWS].kind = COLUMN_NUMBER;
	table->dense = true;
	orient_table(table, block);
	node->table = table;
	explain_states(resolver, &states, &words.notes);
	set_figure_words(resolver, scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}
