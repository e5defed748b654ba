#include "support/pages_paper.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/plots.h"

struct paper *paper_new(const char *layout)
{
	struct paper *paper = calloc(1, sizeof(*paper));

	if (paper == NULL)
		abort();
	paper->look = look_load(arena_new(), layout);
	paper_begin(paper);
	return paper;
}

void paper_free(struct paper *paper)
{
	arena_free(paper->arena);
	look_free(&paper->look);
	free(paper);
}

void paper_begin(struct paper *paper)
{
	arena_free(paper->arena);
	paper->arena = arena_new();
	paper->document = (struct document){
		.title = "Title of the report",
		.subtitle = "Subtitle of the report",
		.publisher = "Publisher",
		.period = "April 2023 to March 2024",
		.notice = "",
		.status = "Status of the report",
		.published = "3 February 2025",
		.description = "What it is about",
		.keywords = "one, two",
		.contact = "contact@example.org",
		.language = "en-GB",
		.date = { 2025, 2, 3 },
		.contents_word = "Contents",
		.page_word = "Page",
		.link_word = "Link to",
		.state_words = { [VALUE_NOT_AVAILABLE] = "not there",
				 [VALUE_SHOWN] = "",
				 [VALUE_UNRELIABLE] = "unsure",
				 [VALUE_SUPPRESSED] = "hidden",
				 [VALUE_NOT_APPLICABLE] = "senseless" },
		.cover_caption = "",
	};
	paper->document.root = node_new(paper->arena, NODE_PART, (struct location){ 0 });
	paper->into = paper->document.root;
	paper->pages = NULL;
	paper->diags = diag_list_new(paper->arena);
	paper->notes = 0;
}

static void add_entry(struct paper *paper, struct node *contents, size_t *capacity,
		      const struct node *section)
{
	contents->entries = arena_grow(paper->arena, contents->entries, contents->entry_count,
				       capacity, sizeof(*contents->entries));
	contents->entries[contents->entry_count++] = (struct contents_entry){
		.level = section->level,
		.part = section->part,
		.number = section->number,
		.title = text_plain(paper->arena, &section->title),
		.target = section,
	};
}

static void fill_contents(struct paper *paper, struct node *contents)
{
	const struct node *root = paper->document.root;
	size_t capacity = 0;

	for (const struct node *node = root; node != NULL; node = node_next(node, root))
		if (node->kind == NODE_SECTION && node->level <= 2)
			add_entry(paper, contents, &capacity, node);
}

void paper_lay_out(struct paper *paper)
{
	for (struct node *node = paper->document.root->first; node != NULL; node = node->next)
		if (node->kind == NODE_CONTENTS && node->entry_count == 0)
			fill_contents(paper, node);
	paper->pages =
		pages_make(paper->arena, paper->look.engine, paper->look.layout, paper->look.theme,
			   &paper->document, &paper->figures, paper->diags);
}

struct node *paper_add(struct paper *paper, enum node_kind kind)
{
	struct node *node = node_new(paper->arena, kind, (struct location){ .file = "paper" });

	node_append(paper->into, node);
	return node;
}

struct node *paper_section(struct paper *paper, unsigned level, const char *number,
			   const char *title)
{
	struct node *node = paper_add(paper, NODE_SECTION);

	node->level = level;
	node->number = number;
	node->anchor = arena_printf(paper->arena, "section-%s-%s", number, title);
	node->section = SECTION_PLAIN;
	paper_run(paper, &node->title, title);
	return node;
}

struct node *paper_text(struct paper *paper, const char *words)
{
	struct node *node = paper_add(paper, NODE_TEXT);

	paper_run(paper, &node->text, words);
	return node;
}

struct node *paper_lines(struct paper *paper, const char *name, size_t count)
{
	struct buffer lines;

	buffer_init(&lines);
	for (size_t i = 1; i <= count; i++)
		buffer_printf(&lines, "%s%s %zu", i == 1 ? "" : "\n", name, i);
	return paper_text(paper, buffer_finish(&lines, paper->arena));
}

void paper_fill(struct paper *paper, size_t count)
{
	for (size_t i = 1; i <= count; i++)
		paper_text(paper, arena_printf(paper->arena, "fill %zu", i));
}

struct node *paper_item(struct paper *paper, struct node *list, const char *words)
{
	struct node *item = node_new(paper->arena, NODE_ITEM, list->at);

	paper_run(paper, &item->text, words);
	node_append(list, item);
	return item;
}

struct node *paper_list(struct paper *paper, bool ordered, const char *name, size_t count)
{
	struct node *list = paper_add(paper, NODE_LIST);

	list->ordered = ordered;
	for (size_t i = 1; i <= count; i++)
		paper_item(paper, list, arena_printf(paper->arena, "%s %zu", name, i));
	return list;
}

struct node *paper_cell(struct paper *paper, struct node *parent, const char *title,
			const char *words)
{
	struct node *cell = node_new(paper->arena, NODE_CELL, parent->at), *into = paper->into;

	node_append(parent, cell);
	if (title[0] != '\0')
		paper_run(paper, &cell->title, title);
	paper->into = cell;
	if (words[0] != '\0')
		paper_text(paper, words);
	paper->into = into;
	return cell;
}

/* "Table 3" and the like: label, title, subtitle and note of a figure or table. */
static void add_frame(struct paper *paper, struct node *node, const char *name)
{
	node->label = arena_printf(paper->arena, "%s label", name);
	node->anchor = arena_printf(paper->arena, "anchor-%s", name);
	node->file = node->anchor;
	node->alternative = arena_printf(paper->arena, "%s alternative", name);
	paper_run(paper, &node->title, arena_printf(paper->arena, "%s title", name));
	paper_run(paper, &node->subtitle, arena_printf(paper->arena, "%s subtitle", name));
	paper_run(paper, &node->notes, arena_printf(paper->arena, "%s source", name));
}

struct table *paper_table_of(struct paper *paper, struct node *node)
{
	struct table *table = arena_alloc(paper->arena, sizeof(*table));

	*table = *node->table;
	node->table = table;
	return table;
}

void paper_set_cell(struct paper *paper, struct node *node, size_t row, size_t column,
		    const char *words)
{
	struct table_cell *cell = &node->table->rows[row].cells[column];

	cell->text = (struct text){ 0 };
	paper_run(paper, &cell->text, words);
}

struct node *paper_table(struct paper *paper, const char *name, size_t rows, size_t columns)
{
	struct node *node = paper_add(paper, NODE_TABLE);
	struct table *table = arena_alloc(paper->arena, sizeof(*table));

	add_frame(paper, node, name);
	node->table = table;
	table->column_count = columns;
	table->row_count = rows;
	table->columns = arena_array(paper->arena, columns, sizeof(*table->columns));
	table->rows = arena_array(paper->arena, rows, sizeof(*table->rows));
	for (size_t i = 0; i < columns; i++)
		table->columns[i] = (struct table_column){
			.kind = i == 0 ? COLUMN_NAME : COLUMN_NUMBER,
			.heading = arena_printf(paper->arena, "%s head %zu", name, i + 1),
		};
	for (size_t row = 0; row < rows; row++) {
		table->rows[row].cells =
			arena_array(paper->arena, columns, sizeof(*table->rows[row].cells));
		for (size_t i = 0; i < columns; i++) {
			table->rows[row].cells[i].state = VALUE_SHOWN;
			paper_set_cell(
				paper, node, row, i,
				arena_printf(paper->arena, "%s %zu/%zu", name, row + 1, i + 1));
		}
	}
	return node;
}

struct node *paper_figure(struct paper *paper, const char *name, double height_pt)
{
	static const double values[] = { 40, 35, 30, 25, 20 };
	struct node *node = paper_add(paper, NODE_FIGURE);

	add_frame(paper, node, name);
	node->plot = plot_of(paper->arena, "bars", values, 5);
	node->plot->height_pt = height_pt;
	return node;
}

struct text_run *paper_run(struct paper *paper, struct text *text, const char *words)
{
	return text_add(paper->arena, text, words);
}

void paper_note(struct paper *paper, struct text *text, const char *words)
{
	struct note *note = arena_alloc(paper->arena, sizeof(*note));
	struct text_run *run;

	note->number = ++paper->notes;
	note->name = arena_printf(paper->arena, "Note %u", note->number);
	note->back = arena_printf(paper->arena, "Back to note %u", note->number);
	paper_run(paper, &note->text, words);
	run = paper_run(paper, text, arena_printf(paper->arena, "%u", note->number));
	run->kind = RUN_NOTE;
	run->note = note;
}

void paper_page_reference(struct paper *paper, struct text *text, const char *words,
			  const struct node *target)
{
	struct text_run *run = paper_run(paper, text, words);

	run->kind = RUN_PAGE;
	run->target = target;
}
