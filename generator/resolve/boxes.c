#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/figure.h"
#include "resolve/inline_parts.h"

static struct table_cell cell_of(struct resolver *resolver, const char *words)
{
	return (struct table_cell){ .text = plain_text(resolver, words), .state = VALUE_SHOWN };
}

void resolve_actions(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	struct node *box = node_new(resolver->arena, NODE_CALLOUT, block->at);
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));

	box->callout = CALLOUT_ACTION;
	box->title = block->parts.has_title
			     ? resolve_inline(resolver, scope, block->parts.title)
			     : plain_text(resolver, word_of(resolver, STRING_ACTIONS));
	table->boxed = true;
	table->column_count = 3;
	table->columns = arena_array(resolver->arena, 3, sizeof(*table->columns));
	table->columns[0] = (struct table_column){ .kind = COLUMN_NAME,
						   .heading = word_of(resolver, STRING_ACTION),
						   .weight = 5 };
	table->columns[1] = (struct table_column){ .kind = COLUMN_TEXT,
						   .heading = word_of(resolver, STRING_OWNER),
						   .weight = 3 };
	table->columns[2] =
		(struct table_column){ .kind = COLUMN_TEXT,
				       .heading = word_of(resolver, STRING_DATE_AND_STATE),
				       .weight = 3 };
	for (const struct block *action = block->children; action != NULL; action = action->next) {
		struct scope within = scope_within(scope, &action->reference);
		struct table_row *row;

		table->rows = arena_grow(resolver->arena, table->rows, table->row_count,
					 &table->row_capacity, sizeof(*table->rows));
		row = &table->rows[table->row_count++];
		row->cells = arena_array(resolver->arena, 3, sizeof(*row->cells));
		row->cells[0].text = resolve_inline(resolver, &within, action->text);
		row->cells[0].state = VALUE_SHOWN;
		row->cells[1] = cell_of(resolver, action->owner.text);
		row->cells[2] = cell_of(resolver, action->state.text);
	}
	node->table = table;
	node_append(box, node);
	node_append(parent, box);
}

static void add_cell(struct resolver *resolver, struct node *panel, enum string_id title,
		     const char *words)
{
	struct node *cell = node_new(resolver->arena, NODE_CELL, panel->at);
	struct node *text = node_new(resolver->arena, NODE_TEXT, panel->at);

	cell->title = plain_text(resolver, word_of(resolver, title));
	text->role = ROLE_PANEL_TEXT;
	text->text = plain_text(resolver, words);
	node_append(cell, text);
	node_append(panel, cell);
}

static const char *direction(const struct resolver *resolver, enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_HIGH_GOOD:
		return word_of(resolver, STRING_HIGHER_IS_BETTER);
	case POLARITY_LOW_GOOD:
		return word_of(resolver, STRING_LOWER_IS_BETTER);
	case POLARITY_NONE:
		break;
	}
	return word_of(resolver, STRING_NEITHER_IS_BETTER);
}

/* The unit, or what stands for one where the indicator has none. */
static const char *unit_words(struct resolver *resolver, const struct indicator *indicator)
{
	const struct words *words = &resolver->words;
	const struct method *method = method_find(indicator->method);
	const struct placeholder parts[] = {
		{ "multiplier", words_number(words, indicator->multiplier, 0) }, { 0 }
	};

	if (indicator_is_percentage(indicator))
		return word_of(resolver, STRING_HEADING_PERCENTAGE);
	if (indicator->unit[0] != '\0')
		return indicator->unit;
	if (method->is_rate)
		return words_fill(words, STRING_HEADING_RATE_PER, parts);
	return word_of(resolver, method->is_count ? STRING_HEADING_NUMBER : STRING_HEADING_VALUE);
}

/* "Percentage, 31 March 2025. Lower is better. ER02" */
static const char *unit_and_period(struct resolver *resolver, const struct cell_key *key)
{
	const struct dataset *dataset = resolver->dataset;
	const struct indicator *indicator = &dataset->indicators->items[key->indicator];
	struct placeholder parts[] = {
		{ "unit", unit_words(resolver, indicator) },
		{ "period",
		  dataset->period_count == 0
			  ? ""
			  : words_period(&resolver->words, &dataset->periods[key->period]) },
		{ "direction", direction(resolver, indicator->polarity) },
		/* Readers may look up the id of a catalogue, not one of the report's own. */
		{ "id", indicator->set[0] == '\0' ? "" : indicator->id },
		{ 0 },
	};
	const char *words = words_fill(&resolver->words, STRING_UNIT_PERIOD_DIRECTION, parts);
	size_t length = strlen(words);

	while (length > 0 && words[length - 1] == ' ')
		length--;
	return arena_strndup(resolver->arena, words, length);
}

void resolve_definition(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	struct node *panel = node_new(resolver->arena, NODE_PANEL, block->at);
	const struct indicator *indicator;
	struct cell_key key;

	if (!scope_key(resolver, scope, block->at, &key))
		return;
	indicator = &resolver->dataset->indicators->items[key.indicator];
	panel->columns = 3;
	if (indicator->numerator[0] != '\0')
		add_cell(resolver, panel, STRING_WHAT_IS_COUNTED, indicator->numerator);
	if (indicator->denominator[0] != '\0')
		add_cell(resolver, panel, STRING_OUT_OF, indicator->denominator);
	add_cell(resolver, panel, STRING_UNIT_AND_PERIOD, unit_and_period(resolver, &key));
	node_append(parent, panel);
}

void resolve_tile(struct resolver *resolver, const struct scope *around, const struct block *block,
		  struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	enum measure measure = measure_of(&block->reference.of);
	const char *as = block->as.text;
	int decimals = block->decimals;
	const struct view_group *group;
	struct measure_choice choice;
	struct node *node;
	struct value value;
	struct cell_key key;
	struct view view;

	if (!scope_key(resolver, &scope, block->at, &key))
		return;
	view = view_of(resolver->arena, resolver->results, &key);
	if (!scope_group(resolver, &block->reference.group, &view, &group) ||
	    !choice_of(resolver, &block->reference, &view, group != NULL, block->at, &choice))
		return;
	if (!form_fits(as, view.indicator, measure)) {
		diag_addf(resolver->diags, DIAG_FORM_UNFIT, block->as.at, "as=\"%s\", %s of %s", as,
			  measure_kind(measure)->name, view.indicator->id);
		return;
	}
	value = view_figure(&view, group, &choice);
	if (decimals == DECIMALS_BY_RULE)
		decimals = decimals_of_interval(resolver, block->text, &block->reference, true,
						key.indicator, &value);
	if (as == NULL && measure_kind(measure)->unit == MEASURE_UNIT_RATIO)
		as = "times";
	node = node_new(resolver->arena, NODE_TILE, block->at);
	node->figure = figure_in_words(resolver, &view, group, measure, &value, as, decimals);
	use_figure(resolver, &view, group,
		   (struct figure_use){ .choice = choice,
					.value = value,
					.printed = node->figure,
					.at = block->at });
	node->text = resolve_running_text(resolver, &scope, block->text);
	note_of_state(resolver, &value, &node->text);
	if (block->to.text != NULL)
		remember_target(resolver, node, &block->to);
	node_append(parent, node);
}
