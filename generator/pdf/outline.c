/*
 * outline.c - the outline that reading programs show beside the pages (ISO 32000-1, 12.3.3).
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

enum { OUTLINE_LEVELS = 8 };

/* Entries by number from 1; 0 is the outline itself, -1 none. */
struct outline_item {
	int parent, first, last, next, previous;
	size_t below; /* entries at all levels within */
	int object;
};

static unsigned level_of(const struct outline_entry *entry)
{
	return entry->level < 1 ? 1 : entry->level > OUTLINE_LEVELS ? OUTLINE_LEVELS : entry->level;
}

/* An entry hangs under the last one of a level above its own. */
static struct outline_item *build(struct pdf_finish *finish)
{
	const struct pages *pages = finish->pages;
	struct outline_item *items =
		arena_array(finish->arena, pages->outline_count + 1, sizeof(*items));
	int parents[OUTLINE_LEVELS + 1] = { 0 };

	for (size_t i = 0; i <= pages->outline_count; i++)
		items[i] = (struct outline_item){ .parent = -1,
						  .first = -1,
						  .last = -1,
						  .next = -1,
						  .previous = -1,
						  .object = pdf_writer_reserve(finish->writer) };
	for (size_t i = 1; i <= pages->outline_count; i++) {
		unsigned level = level_of(&pages->outline[i - 1]);
		struct outline_item *item = &items[i], *parent;

		item->parent = parents[level - 1];
		parent = &items[item->parent];
		item->previous = parent->last;
		if (parent->last >= 0)
			items[parent->last].next = (int)i;
		else
			parent->first = (int)i;
		parent->last = (int)i;
		for (unsigned deeper = level; deeper <= OUTLINE_LEVELS; deeper++)
			parents[deeper] = (int)i;
		for (int above = item->parent; above >= 0; above = items[above].parent)
			items[above].below++;
	}
	return items;
}

static void add_reference(struct buffer *out, const char *key, const struct outline_item *items,
			  int item)
{
	if (item >= 0)
		buffer_printf(out, "/%s %d 0 R ", key, items[item].object);
}

/* The first level is open and shows its names; what is deeper unfolds (a negative count). */
static void write_item(struct pdf_finish *finish, const struct outline_item *items, size_t number)
{
	const struct outline_entry *entry = &finish->pages->outline[number - 1];
	const struct outline_item *item = &items[number];
	int element = pdf_element_of_anchor(finish, entry->anchor);
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "<< ");
	pdf_add_text_entry(&text, "Title", entry->title);
	add_reference(&text, "Parent", items, item->parent);
	add_reference(&text, "Prev", items, item->previous);
	add_reference(&text, "Next", items, item->next);
	add_reference(&text, "First", items, item->first);
	add_reference(&text, "Last", items, item->last);
	if (item->below > 0)
		buffer_printf(&text, "/Count -%zu ", item->below);
	pdf_add_text_entry(&text, "Dest", pdf_place_name(finish->arena, entry->anchor));
	if (element != 0)
		buffer_printf(&text, "/SE %d 0 R ", element);
	buffer_add_text(&text, ">>");
	pdf_writer_object(finish->writer, item->object,
			  (struct pdf_slice){ buffer_text(&text), text.length });
	buffer_clear(&text);
}

bool pdf_check_outline(const struct pdf_finish *finish)
{
	bool sound = true;

	for (size_t i = 0; i < finish->pages->outline_count; i++) {
		const struct outline_entry *entry = &finish->pages->outline[i];

		if (!pdf_check_place(finish, entry->anchor, -1,
				     arena_printf(finish->arena, "outline: \"%s\"", entry->title)))
			sound = false;
	}
	return sound;
}

int pdf_write_outline(struct pdf_finish *finish)
{
	const struct outline_item *items;
	struct buffer text;
	size_t shown = 0;

	if (finish->pages->outline_count == 0)
		return 0;
	items = build(finish);
	for (size_t i = 1; i <= finish->pages->outline_count; i++) {
		write_item(finish, items, i);
		shown += items[i].parent == 0;
	}
	buffer_init(&text);
	buffer_add_text(&text, "<< /Type /Outlines ");
	add_reference(&text, "First", items, items[0].first);
	add_reference(&text, "Last", items, items[0].last);
	buffer_printf(&text, "/Count %zu >>", shown);
	pdf_writer_object(finish->writer, items[0].object,
			  (struct pdf_slice){ buffer_text(&text), text.length });
	buffer_clear(&text);
	return items[0].object;
}
