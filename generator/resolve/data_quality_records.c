/*
 * data_quality_records.c - what records that were counted lack: a table for each such source.
 *
 * Shares of the rows alone, and none of a number that the rule of the source hides.
 */
#include "base/arena.h"
#include "base/number.h"
#include "indicator/disclosure.h"
#include "resolve/data_quality_parts.h"
#include "resolve/table_kinds.h"
#include "resolve/written.h"

enum { DECIMALS = 1, LACKS = 4 };

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

static struct value share_of(const struct lacks_table *lacks, double rows)
{
	double counted = (double)(lacks->source->rows - lacks->source->rows_filtered);

	if (disclosure_hides(lacks->rule, rows))
		return value_without(VALUE_SUPPRESSED, disclosure_reason(lacks->rule));
	return (struct value){ .state = VALUE_SHOWN, .estimate = 100 * rows / counted };
}

static struct table_cell cell_of(struct lacks_table *lacks, double rows)
{
	struct resolver *resolver = lacks->resolver;
	struct value value = share_of(lacks, rows);
	struct table_cell cell = { .state = value.state };
	const char *words = words_state(&resolver->words, value.state);

	if (value_is_shown(&value))
		words = number_rounds_to_zero(value.estimate, DECIMALS)
				? VALUE_ROUNDED
				: words_number(&resolver->words, value.estimate, DECIMALS);
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
