/*
 * provisions.c - the duties that bind the body, and which sections answer them.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/text_list.h"
#include "resolve/written.h"

enum { LAW, DUTY, ANSWER, COLUMNS };

static void add_rows(struct resolver *resolver, const struct block *block, struct table *table)
{
	const struct statement_lists *lists = resolver->statement;
	const char *form = body_form_name(resolver->demand->form);

	for (size_t i = 0; i < lists->provision_count; i++) {
		const struct statement_provision *provision = &lists->provisions[i];
		struct table_cell *cells;

		if (!list_has(provision->bodies, ";", form) || provision->answer[0] == '\0')
			continue;
		cells = written_row(resolver, table);
		cells[LAW].text =
			plain_text(resolver, words_capital(&resolver->words, provision->section));
		cells[LAW].detail = plain_text(resolver, provision->act);
		cells[DUTY].text = plain_text(resolver, provision->duty);
		remember_duty(resolver, &cells[ANSWER], provision, block->at);
		note_unchecked(resolver, block->at, provision->id, provision->confidence);
	}
}

void resolve_provisions(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	static const enum string_id headings[] = { STRING_HEADING_LAW, STRING_HEADING_DUTY,
						   STRING_HEADING_ANSWERED_IN };
	static const double weights[] = { 54, 55, 44 }; /* millimetres */
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table = written_table(resolver, headings, weights, COLUMNS);

	if (demand_of(resolver, "provisions", block->at) == NULL)
		return;
	add_rows(resolver, block, table);
	if (table->row_count == 0) {
		diag_add(resolver->diags, DIAG_TABLE_WITHOUT_FIGURES, block->at, "<provisions>",
			 NULL);
		return;
	}
	node->table = table;
	set_figure_words(resolver, scope, block, node,
			 (struct figure_words){ .title = word_of(resolver, STRING_PROVISIONS_TITLE),
						.subtitle = resolver->document->publisher });
	number_table(resolver, block, node);
	node_append(parent, node);
}
