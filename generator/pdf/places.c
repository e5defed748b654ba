/*
 * places.c - places that links lead to, and trees of names (ISO 32000-1, 7.9.6 and 12.3.2).
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "pdf/finish_parts.h"

enum { NAMES_IN_A_LEAF = 64 };

const char *pdf_place_name(struct arena *arena, const char *anchor)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:";
	struct buffer name;

	buffer_init(&name);
	for (; *anchor != '\0'; anchor++)
		if (strchr(plain, *anchor) != NULL)
			buffer_add_char(&name, *anchor);
		else
			buffer_printf(&name, "%%%02X", (unsigned char)*anchor);
	return buffer_finish(&name, arena);
}

/* -- name trees --------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	const struct name_entry *left = a, *right = b;

	return strcmp(left->name, right->name);
}

static struct pdf_slice slice(const struct buffer *buffer)
{
	return (struct pdf_slice){ buffer_text(buffer), buffer->length };
}

static int write_leaf(struct pdf_finish *finish, const struct name_entry *entries, size_t count)
{
	int number = pdf_writer_reserve(finish->writer);
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "<< /Limits [(%s) (%s)] /Names [", entries[0].name,
		      entries[count - 1].name);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&text, "(%s) %s ", entries[i].name, entries[i].value);
	buffer_add_text(&text, "] >>");
	pdf_writer_object(finish->writer, number, slice(&text));
	buffer_clear(&text);
	return number;
}

int pdf_write_names(struct pdf_finish *finish, struct name_entry *entries, size_t count)
{
	int root = pdf_writer_reserve(finish->writer);
	struct buffer text;

	qsort(entries, count, sizeof(*entries), by_name);
	buffer_init(&text);
	buffer_add_text(&text, "<< /Kids [");
	for (size_t i = 0; i < count; i += NAMES_IN_A_LEAF)
		buffer_printf(
			&text, "%d 0 R ",
			write_leaf(finish, &entries[i],
				   count - i < NAMES_IN_A_LEAF ? count - i : NAMES_IN_A_LEAF));
	buffer_add_text(&text, "] >>");
	pdf_writer_object(finish->writer, root, slice(&text));
	buffer_clear(&text);
	return root;
}

/* -- places ------------------------------------------------------------------------------------- */

static const char *destination(struct pdf_finish *finish, size_t page,
			       const struct pdf_drawn_place *place)
{
	return arena_printf(finish->arena, "[%d 0 R /XYZ %.2f %.2f null]",
			    finish->page_objects[page], place->at.x,
			    finish->pages->items[page]->height - place->at.y);
}

/* The first place of a name is the one that links lead to. */
static void collect(struct pdf_finish *finish, size_t page)
{
	const struct pdf_drawn_page *drawn = &finish->job->drawn_pages[page];

	for (size_t i = 0; i < drawn->place_count; i++) {
		const char *name = pdf_place_name(finish->arena, drawn->places[i].name);

		if (!string_index_add(finish->place_names, name, (int)finish->place_count))
			continue;
		finish->places = arena_grow(finish->arena, finish->places, finish->place_count,
					    &finish->place_capacity, sizeof(*finish->places));
		finish->places[finish->place_count++] =
			(struct name_entry){ name, destination(finish, page, &drawn->places[i]) };
	}
}

void pdf_collect_places(struct pdf_finish *finish)
{
	finish->place_names = string_index_new(finish->arena);
	for (size_t page = 0; page < finish->pages->count; page++)
		collect(finish, page);
}

bool pdf_check_place(const struct pdf_finish *finish, const char *anchor, int element,
		     const char *what)
{
	const struct structure *structure = &finish->pages->structure;
	const char *name = pdf_place_name(finish->arena, anchor);

	if (string_index_find(finish->place_names, name) != STRING_INDEX_NONE)
		return true;
	diag_addf(finish->diags, DIAG_PDF_LINK,
		  element < 0 ? (struct location){ 0 } : structure->elements[element].at,
		  "%s leads to \"%s\", which is on no page", what, anchor);
	return false;
}

bool pdf_check_links(const struct pdf_finish *finish)
{
	bool sound = true;

	for (size_t i = 0; i < finish->tree.annotation_count; i++) {
		const struct pdf_drawn_link *link = finish->tree.annotations[i].link;
		const char *words = link->contents == NULL ? "" : link->contents;

		if (words[strspn(words, " ")] == '\0') {
			diag_addf(finish->diags, DIAG_PDF_LINK,
				  finish->pages->structure.elements[link->element].at,
				  "the link to \"%s\" has no words", link->target);
			sound = false;
		}
		if (link->target[0] == '#' &&
		    !pdf_check_place(finish, link->target + 1, link->element,
				     arena_printf(finish->arena, "\"%s\"", words)))
			sound = false;
	}
	return sound;
}

int pdf_write_places(struct pdf_finish *finish)
{
	return finish->place_count == 0
		       ? 0
		       : pdf_write_names(finish, finish->places, finish->place_count);
}
