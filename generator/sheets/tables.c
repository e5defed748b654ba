#include "sheets/tables.h"

#include <string.h>

#include "base/arena.h"
#include "sheets/table_parts.h"

static bool has_figures(const struct table *table)
{
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->column_count; i++)
			if (table->rows[row].cells[i].use > 0)
				return true;
	return false;
}

static const char *joined(struct table_maker *maker, const char *label, const char *title)
{
	const struct placeholder parts[] = { { "label", label }, { "title", title }, { 0 } };

	return label[0] == '\0' ? title
				: words_fill(&maker->words, STRING_DATA_TITLE_LABELLED, parts);
}

static const char *plain_title(struct table_maker *maker, const struct node *node)
{
	return node == NULL ? "" : text_plain(maker->arena, &node->title);
}

/* Of a table without caption: the sections it stands in, and its first column. */
static const char *title_of(struct table_maker *maker, const struct node *node)
{
	const struct node *around = node_titled_around(node), *outer;
	const char *title;

	if (node->title.count > 0)
		return plain_title(maker, node);
	outer = around == NULL ? NULL : node_titled_around(around);
	title = joined(maker, plain_title(maker, outer), plain_title(maker, around));
	return node->table == NULL ? title : joined(maker, title, node->table->columns[0].heading);
}

/* For the name of such a table, which is short: the outer section, else the nearest. */
static const char *place_of(struct table_maker *maker, const struct node *node)
{
	const struct node *around = node_titled_around(node);
	const struct node *outer = around == NULL ? NULL : node_titled_around(around);

	if (node->title.count > 0)
		return "";
	return plain_title(maker, outer != NULL ? outer : around);
}

static const char *by_dimension(struct table_maker *maker, const char *name, const char *dimension)
{
	const struct placeholder parts[] = { { "name", name }, { "dimension", dimension }, { 0 } };

	return words_fill(&maker->words, STRING_DATA_NAME_BY, parts);
}

/* What the rows are about, the dimension behind it. */
static void find_subjects(struct table_maker *maker, struct table_subjects *subjects)
{
	const struct dataset *dataset = maker->words.results->dataset;
	const struct long_row *first = NULL, *broken_down = NULL;
	const struct indicator *indicator;
	const char *dimension;
	bool several = false;

	for (size_t i = 0; i < maker->row_count; i++) {
		const struct long_row *row = &maker->rows[i];

		if (!row->has_key)
			continue;
		first = first == NULL ? row : first;
		several = several || row->key.indicator != first->key.indicator;
		if (broken_down == NULL && row->key.classification != CLASSIFICATION_ALL)
			broken_down = row;
	}
	if (first == NULL)
		return;
	indicator = &dataset->indicators->items[first->key.indicator];
	subjects->full = several ? strings_text(maker->words.strings, STRING_DATA_NAME_SEVERAL)
				 : words_capital(&maker->words, indicator->short_name);
	subjects->brief = several ? subjects->full : indicator->id;
	if (broken_down == NULL)
		return;
	dimension =
		dataset->dimensions->classifications[broken_down->key.classification]->dimension;
	subjects->full = by_dimension(maker, subjects->full, dimension);
	subjects->brief = by_dimension(maker, subjects->brief, dimension);
}

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* Words that stay from year to year while figures change: a title with a number in it may be of a figure. */
static struct table_subjects subjects_of(struct table_maker *maker, const struct node *node)
{
	struct table_subjects subjects = { 0 };

	find_subjects(maker, &subjects);
	if (subjects.full != NULL)
		return subjects;
	subjects.full = text_plain(maker->arena, &node->title);
	if (node->table != NULL && (subjects.full[0] == '\0' || has_digit(subjects.full)))
		subjects.full = arena_printf(maker->arena, "%s %s", node->table->columns[0].heading,
					     place_of(maker, node));
	subjects.brief = subjects.full;
	return subjects;
}

/* The outermost section: what the report is divided into. */
static const char *section_of(struct table_maker *maker, const struct node *node)
{
	const struct node *section = NULL;

	for (; node != NULL; node = node->parent)
		if (node->kind == NODE_SECTION && node->title.count > 0)
			section = node;
	return plain_title(maker, section);
}

static const struct long_rows *kept_rows(const struct table_maker *maker)
{
	struct long_rows *rows = arena_alloc(maker->arena, sizeof(*rows));

	*rows = (struct long_rows){ maker->rows, maker->row_count };
	return rows;
}

/* With plain blanks: who looks for "Figure 3" in a spreadsheet types one. */
static const char *plain_label(struct table_maker *maker, const char *label)
{
	static const char blank[] = "\xc2\xa0";
	char *plain = arena_strdup(maker->arena, label);

	for (char *at = strstr(plain, blank); at != NULL; at = strstr(at, blank)) {
		*at = ' ';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
	return plain;
}

static void add_table(struct table_maker *maker, const struct node *node,
		      struct data_tables *tables)
{
	struct data_table *table = &tables->items[tables->count];
	struct table_subjects subjects;

	maker->rows = NULL;
	maker->row_count = maker->row_capacity = 0;
	maker->states = 0;
	*table = (struct data_table){ .node = node,
				      .place = tables->count,
				      .file = node->file,
				      .label = plain_label(maker, node->label),
				      .title = title_of(maker, node),
				      .section = section_of(maker, node),
				      .subtitle = text_plain(maker->arena, &node->subtitle),
				      .alternative = node->plot == NULL ? "" : node->alternative };
	if (node->plot != NULL)
		rows_find_in_plot(maker, node);
	else if (has_figures(node->table))
		rows_find_in_table(maker, node);
	if (maker->row_count > 0) {
		data_table_from_rows(maker, table);
		table->rows = kept_rows(maker);
	} else if (node->table != NULL && node->table->row_count > 0) {
		data_table_as_printed(maker, node->table, table);
	}
	if (table->row_count == 0)
		return;
	data_table_add_lines(maker, node, table);
	subjects = subjects_of(maker, node);
	table->subject = subjects.full;
	table->name = data_table_name(maker->arena, tables, node->label, &subjects);
	table->states = maker->states & ~(1U << VALUE_SHOWN);
	tables->count++;
}

static bool has_table(const struct node *node)
{
	return (node->kind == NODE_FIGURE && node->plot != NULL) ||
	       (node->kind == NODE_TABLE && node->table != NULL);
}

const struct data_tables *data_tables_make(struct arena *arena, const struct document *document,
					   const struct results *results,
					   const struct strings *strings)
{
	struct table_maker maker = {
		.arena = arena,
		.words = { .arena = arena, .strings = strings, .results = results },
		.document = document,
		.claimed = arena_array(arena, document->use_count + 1, sizeof(*maker.claimed)),
	};
	struct data_tables *tables = arena_alloc(arena, sizeof(*tables));
	size_t count = 0;

	for (const struct node *node = document->root; node != NULL;
	     node = node_next(node, document->root))
		count += has_table(node);
	*tables = (struct data_tables){
		.items = arena_array(arena, count + 1, sizeof(*tables->items)),
	};
	for (const struct node *node = document->root; node != NULL;
	     node = node_next(node, document->root))
		if (has_table(node))
			add_table(&maker, node, tables);
	return tables;
}
