#include "support/pages_random.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

struct maker {
	struct paper *paper;
	struct vectors_random *random;
	size_t marks;   /* given so far */
	unsigned depth; /* of the section that is being filled, 0 to 3 */
	unsigned names;
	bool boxed; /* within a box: nothing that turns or ends a page */
	const struct node *targets[64];
	size_t target_count;
};

static bool chance(struct maker *maker, double share)
{
	return vectors_random_between(maker->random, 0, 1) < share;
}

static size_t count(struct maker *maker, double low, double high)
{
	return (size_t)vectors_random_count(maker->random, low, high);
}

/* Words of 1 to 12 letters, one in a hundred much longer. */
static void add_words(struct maker *maker, struct buffer *out, size_t words)
{
	for (size_t i = 0; i < words; i++) {
		size_t letters = chance(maker, 0.01) ? count(maker, 13, 60) : count(maker, 1, 12);

		if (out->length > 0)
			buffer_add_char(out, ' ');
		for (size_t letter = 0; letter < letters; letter++)
			buffer_add_char(out, (char)('a' + (int)vectors_random_between(maker->random,
										      0, 26)));
	}
}

static const char *words_of(struct maker *maker, size_t words)
{
	struct buffer text;

	buffer_init(&text);
	add_words(maker, &text, words);
	return buffer_finish(&text, maker->paper->arena);
}

/* The same with the next number in front. */
static const char *marked(struct maker *maker, size_t words)
{
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "=%zu=", ++maker->marks);
	add_words(maker, &text, words);
	return buffer_finish(&text, maker->paper->arena);
}

/* The name of a row, without giant words. */
static const char *marked_shortly(struct maker *maker)
{
	static const char most[] = "a title of quite some length for a section of a report";
	size_t length = count(maker, 1, sizeof(most) - 1);

	return arena_printf(maker->paper->arena, "=%zu=%.*s", ++maker->marks, (int)length, most);
}

static void add_styled_runs(struct maker *maker, struct text *text)
{
	struct paper *paper = maker->paper;

	while (chance(maker, 0.3)) {
		const char *words =
			arena_printf(paper->arena, " %s", words_of(maker, count(maker, 1, 8)));
		struct text_run *run = paper_run(paper, text, words);

		run->strong = chance(maker, 0.4);
		run->emphasis = chance(maker, 0.3);
		if (chance(maker, 0.2))
			run->href = "https://example.org";
	}
	if (maker->target_count > 0 && chance(maker, 0.1))
		paper_page_reference(
			paper, text, " on page ",
			maker->targets[count(maker, 0, (double)maker->target_count - 1)]);
	if (chance(maker, 0.12))
		paper_note(paper, text, words_of(maker, count(maker, 1, 40)));
}

static void add_paragraph(struct maker *maker)
{
	struct node *node = paper_text(maker->paper, marked(maker, count(maker, 1, 120)));

	if (!maker->boxed && chance(maker, 0.1))
		node->role = chance(maker, 0.5) ? ROLE_LEAD : ROLE_FINDING;
	add_styled_runs(maker, &node->text);
}

static void add_list(struct maker *maker)
{
	struct node *list = paper_list(maker->paper, chance(maker, 0.3), "", 0);
	size_t items = count(maker, 1, 9);

	for (size_t i = 0; i < items; i++) {
		struct node *item =
			paper_item(maker->paper, list, marked(maker, count(maker, 1, 30)));

		add_styled_runs(maker, &item->text);
	}
}

static const char *new_name(struct maker *maker)
{
	return arena_printf(maker->paper->arena, "Name %u", ++maker->names);
}

static void set_title(struct maker *maker, struct node *node)
{
	node->title = (struct text){ 0 };
	paper_run(maker->paper, &node->title, marked(maker, count(maker, 1, 15)));
	node->subtitle = (struct text){ 0 };
	paper_run(maker->paper, &node->subtitle, words_of(maker, count(maker, 1, 20)));
}

/* Few columns and short words, so that the table is not too wide for its page. */
static void add_table(struct maker *maker)
{
	size_t columns = count(maker, 1, 6), rows = count(maker, 1, 70);
	struct node *node = paper_table(maker->paper, new_name(maker), rows, columns);

	set_title(maker, node);
	for (size_t i = 1; i < columns; i++)
		if (chance(maker, 0.2))
			node->table->columns[i].kind = COLUMN_TEXT;
	for (size_t row = 0; row < rows; row++)
		for (size_t i = 0; i < columns; i++) {
			struct table_cell *cell = &node->table->rows[row].cells[i];
			bool text = node->table->columns[i].kind == COLUMN_TEXT;

			paper_set_cell(maker->paper, node, row, i,
				       i == 0 ? marked_shortly(maker)
				       : text ? "some words in a cell"
					      : "1,234.5");
			if (i == 0 && chance(maker, 0.03))
				paper_note(maker->paper, &cell->text, words_of(maker, 12));
		}
	if (!maker->boxed && chance(maker, 0.15))
		paper_table_of(maker->paper, node)->landscape = true;
}

static void add_figure(struct maker *maker)
{
	double height = chance(maker, 0.5) ? 0 : vectors_random_between(maker->random, 100, 350);

	set_title(maker, paper_figure(maker->paper, new_name(maker), height));
}

static void add_within(struct maker *maker, struct node *node, void (*fill)(struct maker *maker))
{
	struct node *into = maker->paper->into;
	bool boxed = maker->boxed;

	maker->paper->into = node;
	maker->boxed = true;
	fill(maker);
	maker->paper->into = into;
	maker->boxed = boxed;
}

static void fill_box(struct maker *maker)
{
	add_paragraph(maker);
	if (chance(maker, 0.5))
		add_list(maker);
}

static void add_callout(struct maker *maker)
{
	struct node *node = paper_add(maker->paper, NODE_CALLOUT);

	node->callout = (enum callout_kind)count(maker, 0, 3);
	if (chance(maker, 0.7))
		paper_run(maker->paper, &node->title, marked(maker, count(maker, 1, 8)));
	add_within(maker, node, fill_box);
}

static void add_grid(struct maker *maker)
{
	struct node *node = paper_add(maker->paper, NODE_GRID), *cell;
	size_t cells = count(maker, 1, 5);

	node->columns = 1 + (unsigned)count(maker, 1, 2);
	for (size_t i = 0; i < cells; i++) {
		if (chance(maker, 0.5)) {
			add_within(maker, node, add_figure);
			continue;
		}
		cell = paper_cell(maker->paper, node, chance(maker, 0.5) ? marked(maker, 2) : "",
				  "");
		add_within(maker, cell, add_paragraph);
	}
}

static void add_panel(struct maker *maker)
{
	struct node *node = paper_add(maker->paper, NODE_PANEL);

	node->columns = 3;
	for (int i = 0; i < 3; i++) {
		const char *title = marked(maker, 2);
		struct node *cell =
			paper_cell(maker->paper, node, title, marked(maker, count(maker, 1, 20)));

		cell->first->role = ROLE_PANEL_TEXT;
	}
}

static void add_tiles(struct maker *maker)
{
	struct node *node = paper_add(maker->paper, NODE_TILES);
	size_t tiles = count(maker, 1, 6);

	node->columns = 3;
	for (size_t i = 0; i < tiles; i++) {
		struct node *tile = node_new(maker->paper->arena, NODE_TILE, node->at);

		node_append(node, tile);
		tile->figure = chance(maker, 0.5) ? "1.6 times" : "123,456.7";
		paper_run(maker->paper, &tile->text, marked(maker, count(maker, 1, 15)));
		if (maker->target_count > 0 && chance(maker, 0.4))
			tile->target = maker->targets[0];
	}
}

static void add_any(struct maker *maker);

static void fill_section(struct maker *maker)
{
	size_t blocks = count(maker, 1, 8);

	for (size_t i = 0; i < blocks; i++)
		add_any(maker);
}

static void add_section(struct maker *maker)
{
	struct paper *paper = maker->paper;
	struct node *into = paper->into, *node;

	if (maker->depth == 3 || maker->boxed)
		return;
	maker->depth++;
	node = paper_section(paper, maker->depth, arena_printf(paper->arena, "%u", ++maker->names),
			     marked(maker, count(maker, 1, 14)));
	if (maker->depth == 1 && chance(maker, 0.3))
		node->section = SECTION_DOMAIN;
	if (maker->target_count < sizeof(maker->targets) / sizeof(maker->targets[0]))
		maker->targets[maker->target_count++] = node;
	paper->into = node;
	add_paragraph(maker);
	fill_section(maker);
	paper->into = into;
	maker->depth--;
}

static void add_any(struct maker *maker)
{
	static void (*const kinds[])(struct maker * maker) = {
		add_paragraph, add_paragraph, add_paragraph, add_list,  add_table,   add_figure,
		add_callout,   add_grid,      add_panel,     add_tiles, add_section,
	};

	kinds[(size_t)vectors_random_between(maker->random, 0, sizeof(kinds) / sizeof(kinds[0]))](
		maker);
}

size_t paper_random(struct paper *paper, struct vectors_random *random)
{
	struct maker maker = { .paper = paper, .random = random };
	size_t sections;

	paper->document.has_cover = chance(&maker, 0.5);
	if (chance(&maker, 0.5))
		paper->document.notice = "Synthetic data.";
	if (chance(&maker, 0.7)) {
		struct node *contents = paper_add(paper, NODE_CONTENTS);

		contents->anchor = "contents";
		paper_run(paper, &contents->title, "Contents");
	}
	sections = count(&maker, 1, 6);
	for (size_t i = 0; i < sections; i++)
		add_section(&maker);
	return maker.marks;
}
