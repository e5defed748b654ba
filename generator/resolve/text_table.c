#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "resolve/resolver.h"

static size_t count_cells(const struct block *row)
{
	size_t count = 0;

	for (const struct block *cell = row->children; cell != NULL; cell = cell->next)
		count++;
	return count;
}

static void set_widths(struct resolver *resolver, const struct block *block, struct table *table)
{
	const char *at = block->widths.text;
	size_t count = 0;

	while (at != NULL && *at != '\0') {
		size_t length = strcspn(at, " ");
		double width;

		if (length > 0) {
			if (!number_parse(at, length, &width) || width <= 0 ||
			    count == table->column_count)
				break;
			table->columns[count++].weight = width;
		}
		at += length + strspn(at + length, " ");
	}
	if (at != NULL && (*at != '\0' || count != table->column_count))
		diag_addf(resolver->diags, DIAG_WIDTHS, block->widths.at,
			  "widths=\"%s\" for %zu columns", block->widths.text, table->column_count);
}

void resolve_text_table(struct resolver *resolver, const struct scope *around,
			const struct block *block, struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));
	const struct block *head = block->children;
	struct figure_words words = { .title = "", .subtitle = "" };
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	size_t column = 0;

	table->landscape = is_landscape(block);
	table->open = true;
	table->column_count = count_cells(head);
	table->columns = arena_array(resolver->arena, table->column_count, sizeof(*table->columns));
	for (const struct block *cell = head->children; cell != NULL; cell = cell->next) {
		table->columns[column] = (struct table_column){
			.kind = column == 0 ? COLUMN_NAME : COLUMN_TEXT,
			.heading = resolve_words(resolver, &scope, cell->text),
		};
		column++;
	}
	set_widths(resolver, block, table);
	for (const struct block *row = head->next; row != NULL; row = row->next) {
		struct scope row_scope = scope_within(&scope, &row->reference);
		struct table_row *added;

		if (count_cells(row) != table->column_count) {
			diag_addf(resolver->diags, DIAG_TABLE_CELLS, row->at,
				  "%zu cells, the head has %zu", count_cells(row),
				  table->column_count);
			continue;
		}
		table->rows = arena_grow(resolver->arena, table->rows, table->row_count,
					 &table->row_capacity, sizeof(*table->rows));
		added = &table->rows[table->row_count++];
		added->cells =
			arena_array(resolver->arena, table->column_count, sizeof(*added->cells));
		column = 0;
		for (const struct block *cell = row->children; cell != NULL; cell = cell->next) {
			struct scope cell_scope = scope_within(&row_scope, &cell->reference);

			added->cells[column++] = (struct table_cell){
				.text = resolve_inline(resolver, &cell_scope, cell->text),
				.state = VALUE_SHOWN,
			};
		}
	}
	node->table = table;
	set_figure_words(resolver, &scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}
