/*
 * lines.c - what stands above a data table: what the picture prints beside its figures, and the notes.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "document/plot_ends.h"
#include "document/plot_funnel.h"
#include "document/plot_parts.h"
#include "document/plot_process.h"
#include "document/plot_shares.h"
#include "document/plot_waits.h"
#include "sheets/table_parts.h"

struct lines {
	struct table_maker *maker;
	const char **items;
	size_t count, capacity;
};

static void add(struct lines *lines, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->items[i], text) == 0)
			return;
	lines->items = arena_grow(lines->maker->arena, lines->items, lines->count, &lines->capacity,
				  sizeof(*lines->items));
	lines->items[lines->count++] = text;
}

static void add_shown(struct lines *lines, const char *what)
{
	const struct placeholder parts[] = { { "what", what }, { 0 } };

	if (what != NULL && what[0] != '\0')
		add(lines, words_fill(&lines->maker->words, STRING_DATA_IN_PICTURE, parts));
}

static bool holds_number(const struct long_row *row, const char *text, size_t length)
{
	static const enum long_column columns[] = { LONG_VALUE, LONG_LOWER, LONG_UPPER,
						    LONG_NUMERATOR, LONG_DENOMINATOR };

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		const struct data_cell *cell = &row->cells[columns[i]];

		if (cell->text != NULL && strlen(cell->text) == length &&
		    strncmp(cell->text, text, length) == 0)
			return true;
	}
	return false;
}

/* Every number of the text stands in the row, and there is one. */
static bool holds_numbers(const struct long_row *row, const char *text)
{
	static const char minus_sign[] = "\xe2\x88\x92";
	bool any = false;

	while (*(text += strcspn(text, "\xe2"
				       "0123456789")) != '\0') {
		size_t minus =
			strncmp(text, minus_sign, strlen(minus_sign)) == 0 ? strlen(minus_sign) : 0;
		size_t length = minus + strspn(text + minus, "0123456789,.");

		if (length == minus) {
			text++;
			continue;
		}
		if (!holds_number(row, text, length))
			return false;
		any = true;
		text += length;
	}
	return any;
}

static bool is_of(const struct long_row *row, const char *label)
{
	static const enum long_column columns[] = { LONG_PERIOD, LONG_GROUP, LONG_AREA,
						    LONG_INDICATOR };

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (row->cells[columns[i]].text != NULL &&
		    strstr(row->cells[columns[i]].text, label) != NULL)
			return true;
	return false;
}

/* A row of that group or period says it already: the gap of a year, with its interval. */
static bool stands_in_rows(const struct table_maker *maker, const char *label, const char *what)
{
	for (size_t i = 0; i < maker->row_count; i++)
		if (is_of(&maker->rows[i], label) && holds_numbers(&maker->rows[i], what))
			return true;
	return false;
}

static const char *labelled(const struct lines *lines, const char *label, const char *what)
{
	const struct placeholder parts[] = { { "label", label }, { "title", what }, { 0 } };

	return label == NULL || label[0] == '\0'
		       ? what
		       : words_fill(&lines->maker->words, STRING_DATA_TITLE_LABELLED, parts);
}

/* "Aged 65 to 74: 12.3%" */
static void add_labelled(struct lines *lines, const char *label, const char *what)
{
	if (what != NULL && what[0] != '\0')
		add_shown(lines, labelled(lines, label, what));
}

static void add_unless_in_rows(struct lines *lines, const char *label, const char *what)
{
	if (what != NULL && !stands_in_rows(lines->maker, label, what))
		add_labelled(lines, label, what);
}

static void add_overlay(struct lines *lines, const struct plot_overlay *overlay)
{
	if (overlay == NULL)
		return;
	for (size_t i = 0; i < overlay->target_count; i++)
		add_shown(lines, overlay->targets[i].label);
	for (size_t i = 0; i < overlay->annotation_count; i++)
		add_shown(lines, overlay->annotations[i].line);
}

static void add_categories(struct lines *lines, const struct plot *plot)
{
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_category *category = &plot->categories[i];

		add_unless_in_rows(lines, category->label, category->note);
		if (plot->ends != NULL)
			add_unless_in_rows(lines, category->label, plot->ends->rows[i].interval);
		if (plot->share_label != NULL && plot->share_label[0] != '\0' &&
		    category->share_text != NULL && category->share_text[0] != '\0')
			add_labelled(lines, category->label,
				     arena_printf(lines->maker->arena, "%s %s",
						  category->share_text, plot->share_label));
		if (plot->parts != NULL && plot->parts->meets) {
			add_labelled(lines, category->label, plot->parts->negative[i]);
			add_labelled(lines, category->label, plot->parts->positive[i]);
		}
	}
}

static void add_of_kind(struct lines *lines, const struct plot *plot)
{
	if (plot->process != NULL) {
		add_shown(lines, plot->process->mean_label);
		add_shown(lines, plot->process->limit_label);
		add_shown(lines, plot->process->variation.words);
		add_shown(lines, plot->process->assurance.words);
	}
	if (plot->funnel != NULL)
		add_shown(lines, plot->funnel->centre_label);
	for (size_t s = 0; s < plot->series_count; s++) {
		if (plot->waits != NULL && plot->waits->over != NULL)
			add_labelled(lines, plot->series[s].label, plot->waits->over[s]);
		if (plot->waits != NULL && plot->waits->medians != NULL)
			add_unless_in_rows(lines, plot->series[s].label,
					   plot->waits->medians[s].line);
		if (plot->shares != NULL)
			add_labelled(lines, plot->series[s].label, plot->shares->indices[s]);
	}
}

static void add_plot(struct lines *lines, const struct plot *plot)
{
	if (plot->has_reference)
		add_shown(lines, plot->reference_label);
	if (plot->has_fitted) {
		add_labelled(lines, plot->fitted_label, plot->fitted_first_text);
		add_labelled(lines, plot->fitted_label, plot->fitted_last_text);
	}
	add_overlay(lines, plot->overlay);
	add_of_kind(lines, plot);
	add_categories(lines, plot);
	for (size_t i = 0; i < plot->panel_count; i++)
		add_plot(lines, plot->panels[i]);
}

/* Behind a full stop and before a capital or a bracket a sentence begins. */
static bool ends_sentence(const char *begin, const char *at)
{
	return at > begin + 1 && at[0] == '.' && at[1] == ' ' &&
	       (isupper((unsigned char)at[2]) || at[2] == '[') && !isupper((unsigned char)at[-1]);
}

static void add_sentences(struct lines *lines, const char *text)
{
	const char *begin = text;

	for (const char *at = text; *at != '\0'; at++)
		if (ends_sentence(begin, at)) {
			add(lines,
			    arena_strndup(lines->maker->arena, begin, (size_t)(at - begin + 1)));
			begin = at + 2;
		}
	add(lines, begin);
}

static const char *plain_part(struct table_maker *maker, const struct text *text, size_t from,
			      size_t to)
{
	struct text part = { .runs = text->runs + from, .count = to - from };
	const char *words = from < to ? text_plain(maker->arena, &part) : "";

	return words + strspn(words, " ");
}

void data_table_add_lines(struct table_maker *maker, const struct node *node,
			  struct data_table *table)
{
	struct lines lines = { .maker = maker };
	size_t source =
		node->source_from < node->notes.count ? node->source_from : node->notes.count;

	if (node->plot != NULL)
		add_plot(&lines, node->plot);
	add(&lines, rows_counts_words(maker));
	add_sentences(&lines, text_plain(maker->arena, &node->long_description));
	add_sentences(&lines, plain_part(maker, &node->notes, 0, source));
	table->source = plain_part(maker, &node->notes, source, node->notes.count);
	table->lines = lines.items;
	table->line_count = lines.count;
}

/* The title of every part, then what it says beside that. */
void data_table_gather_lines(struct table_maker *maker, struct data_table *table)
{
	struct lines lines = { .maker = maker };

	for (size_t i = 0; i < table->part_count; i++) {
		const struct data_table *part = table->parts[i];

		add(&lines, labelled(&lines, part->label, part->title));
		add(&lines, part->subtitle);
		for (size_t l = 0; l < part->line_count; l++)
			add(&lines, part->lines[l]);
		if (table->source[0] == '\0')
			add(&lines, part->source);
	}
	table->lines = lines.items;
	table->line_count = lines.count;
}
