/*
 * data_quality_records.c - what records that were counted lack: a table for each such source.
 *
 * Shares of the rows alone, and none of a number that the rule of the source hides. Who knows how many records are
 * of no group takes them and all groups that are shown from the total, and has a group that is hidden; disclosure
 * control takes it that nobody knows. So a share is told as closely only as leaves enough other numbers possible.
 */
#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "indicator/disclosure.h"
#include "resolve/data_quality_parts.h"
#include "resolve/table_kinds.h"
#include "resolve/written.h"

enum { DECIMALS = 1, LACKS = 4, TOO_CLOSE = -1 };

struct lacks_table {
	struct resolver *resolver;
	const struct data_source *source;
	const struct disclosure_rule *rule;
	struct table *table;
	struct state_set states;
};

static bool lacks_anything(const struct value_lacks *lacks)
{
	return lacks->empty + lacks->unreadable + lacks->outside + lacks->unmatched > 0;
}

static bool has_lacks(const struct data_source *source)
{
	for (size_t i = 0; i < source->lack_count; i++)
		if (lacks_anything(&source->lacks[i]))
			return true;
	return false;
}

static double counted_rows(const struct lacks_table *lacks)
{
	return (double)(lacks->source->rows - lacks->source->rows_filtered);
}

/* All numbers of rows with the printed share reach as far to both sides as small counts do. */
static bool leaves_enough(const struct lacks_table *lacks, double rows, int decimals)
{
	double step = pow(10, -decimals), share = 100 * rows / counted_rows(lacks);
	double printed = floor(share / step + 0.5) * step;
	double least = (printed - step / 2) * counted_rows(lacks) / 100;
	double most = (printed + step / 2) * counted_rows(lacks) / 100;
	double margin = fmax(lacks->rule->hide_to, lacks->rule->round_to);

	return fmax(least, 0) <= fmax(rows - margin, 0) && most >= rows + margin;
}

/* With how many decimals a share may be printed; TOO_CLOSE for none. That there are none is told of every column. */
static int decimals_of(const struct lacks_table *lacks, double rows)
{
	int decimals = DECIMALS;

	if (rows <= 0 || !disclosure_protects(lacks->rule))
		return decimals;
	while (decimals > TOO_CLOSE && !leaves_enough(lacks, rows, decimals))
		decimals--;
	return decimals;
}

static struct value share_of(const struct lacks_table *lacks, double rows, int decimals)
{
	if (decimals == TOO_CLOSE || disclosure_hides(lacks->rule, rows))
		return value_without(VALUE_SUPPRESSED, disclosure_reason(lacks->rule));
	return (struct value){ .state = VALUE_SHOWN, .estimate = 100 * rows / counted_rows(lacks) };
}

static struct table_cell cell_of(struct lacks_table *lacks, double rows)
{
	struct resolver *resolver = lacks->resolver;
	int decimals = decimals_of(lacks, rows);
	struct value value = share_of(lacks, rows, decimals);
	struct table_cell cell = { .state = value.state };
	const char *words = words_state(&resolver->words, value.state);

	if (value_is_shown(&value))
		words = number_rounds_to_zero(value.estimate, (unsigned)decimals)
				? VALUE_ROUNDED
				: words_number(&resolver->words, value.estimate,
					       (unsigned)decimals);
	cell.text = shorthand_text(resolver, words);
	note_printed(&lacks->states, &value, text_plain(resolver->arena, &cell.text));
	return cell;
}

static void add_columns(struct lacks_table *lacks)
{
	static const enum string_id headings[LACKS] = {
		STRING_QUALITY_LACKS_EMPTY,
		STRING_QUALITY_LACKS_UNREADABLE,
		STRING_QUALITY_LACKS_OUTSIDE,
		STRING_QUALITY_LACKS_UNMATCHED,
	};
	struct table *table = lacks->table;

	table->column_count = LACKS + 1;
	table->columns =
		arena_array(lacks->resolver->arena, table->column_count, sizeof(*table->columns));
	table->columns[0] = (struct table_column){
		.kind = COLUMN_NAME, .heading = word_of(lacks->resolver, STRING_QUALITY_LACKS_ITEM)
	};
	for (size_t i = 0; i < LACKS; i++)
		table->columns[i + 1] =
			(struct table_column){ .kind = COLUMN_NUMBER,
					       .heading = word_of(lacks->resolver, headings[i]) };
}

static void add_rows(struct lacks_table *lacks)
{
	for (size_t i = 0; i < lacks->source->lack_count; i++) {
		const struct value_lacks *item = &lacks->source->lacks[i];
		const double rows[LACKS] = { item->empty, item->unreadable, item->outside,
					     item->unmatched };
		struct table_cell *cells;

		if (!lacks_anything(item))
			continue;
		cells = written_row(lacks->resolver, lacks->table);
		cells[0].text = plain_text(lacks->resolver, item->name);
		for (size_t j = 0; j < LACKS; j++)
			cells[j + 1] = cell_of(lacks, rows[j]);
	}
}

static void add_table(struct resolver *resolver, const struct scope *scope, struct location at,
		      size_t source, struct node *parent)
{
	const int number = (int)source;
	struct lacks_table lacks = {
		.resolver = resolver,
		.source = &resolver->dataset->sources[source],
		.rule = resolver->results->effects[source].rule,
		.table = arena_alloc(resolver->arena, sizeof(*lacks.table)),
	};
	const struct placeholder parts[] = { { "source", lacks.source->title }, { 0 } };
	struct block *own = arena_alloc(resolver->arena, sizeof(*own));
	struct node *node = node_new(resolver->arena, NODE_TABLE, at);
	struct figure_words words = {
		.title = words_fill(&resolver->words, STRING_QUALITY_LACKS_TITLE, parts),
		.subtitle = word_of(resolver, STRING_QUALITY_LACKS_SUBTITLE),
		.sources = &number,
		.source_count = 1,
	};

	*own = (struct block){ .kind = BLOCK_DATA_QUALITY, .at = at, .id = "" };
	add_columns(&lacks);
	add_rows(&lacks);
	append_sentence(resolver, &words.notes, word_of(resolver, STRING_QUALITY_LACKS_NOTE));
	explain_states(resolver, &lacks.states, &words.notes);
	node->table = lacks.table;
	set_figure_words(resolver, scope, own, node, words);
	number_table(resolver, own, node);
	node_append(parent, node);
}

void quality_add_lacks(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent)
{
	for (size_t i = 0; i < resolver->dataset->source_count; i++)
		if (has_lacks(&resolver->dataset->sources[i]))
			add_table(resolver, scope, block->at, i, parent);
}
