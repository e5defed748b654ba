#include "pdf/file_pages.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/file.h"

/* Nodes of the tree that wait, the next one last. */
struct walk {
	struct arena *arena;
	int *waiting;
	size_t count, capacity;
	bool *seen; /* by object number */
	size_t object_count;
};

static bool add_waiting(struct walk *walk, struct pdf_slice reference)
{
	int number, generation;

	if (!pdf_reference(reference, &number, &generation) ||
	    (size_t)number >= walk->object_count || walk->seen[number])
		return false;
	walk->seen[number] = true;
	walk->waiting = arena_grow(walk->arena, walk->waiting, walk->count, &walk->capacity,
				   sizeof(*walk->waiting));
	walk->waiting[walk->count++] = number;
	return true;
}

/* The first kid is to be taken next, so it goes on top. */
static bool add_kids(struct walk *walk, struct pdf_slice kids)
{
	struct pdf_slice rest = pdf_inside(kids), kid;
	size_t first = walk->count;

	while (pdf_take(&rest, &kid) != PDF_NONE)
		if (!add_waiting(walk, kid))
			return false;
	for (size_t low = first, high = walk->count; low + 1 < high; low++, high--) {
		int swapped = walk->waiting[low];

		walk->waiting[low] = walk->waiting[high - 1];
		walk->waiting[high - 1] = swapped;
	}
	return true;
}

static bool walk_tree(struct walk *walk, const struct pdf_file *file, struct pdf_pages *pages)
{
	size_t capacity = 0;

	while (walk->count > 0) {
		int number = walk->waiting[--walk->count];
		struct pdf_slice node = pdf_file_object(file, number);
		struct pdf_slice kids = pdf_entry(file, node, "Kids");

		if (pdf_kind_of(node) != PDF_DICTIONARY || pages->count == PDF_PAGES_MOST)
			return false;
		if (kids.length > 0) {
			if (!add_kids(walk, kids))
				return false;
			continue;
		}
		pages->numbers = arena_grow(walk->arena, pages->numbers, pages->count, &capacity,
					    sizeof(*pages->numbers));
		pages->numbers[pages->count++] = number;
	}
	return true;
}

bool pdf_pages_read(struct arena *arena, const struct pdf_file *file, size_t object_count,
		    struct pdf_pages *pages, const char **fault)
{
	struct pdf_slice root = pdf_entry(file, pdf_file_trailer(file), "Root");
	struct walk walk = { .arena = arena, .object_count = object_count };

	*pages = (struct pdf_pages){ 0 };
	walk.seen = arena_array(arena, object_count, sizeof(*walk.seen));
	*fault = "the tree of pages is damaged";
	if (!add_waiting(&walk, pdf_entry_raw(file, root, "Pages")) ||
	    !walk_tree(&walk, file, pages))
		return false;
	*fault = "the file has no pages";
	return pages->count > 0;
}

static bool is_inherited(const char *key)
{
	static const char *const keys[] = { "Resources", "MediaBox", "CropBox", "Rotate" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

struct pdf_slice pdf_file_page_entry(const struct pdf_file *file, size_t index, const char *key)
{
	enum { ANCESTORS_MOST = 64 };
	struct pdf_slice node = pdf_file_object(file, pdf_file_page(file, index));
	struct pdf_slice value = pdf_entry(file, node, key);

	for (int i = 0; i < ANCESTORS_MOST && value.length == 0 && is_inherited(key); i++) {
		node = pdf_entry(file, node, "Parent");
		value = pdf_entry(file, node, key);
	}
	return value;
}

static bool add_stream(const struct pdf_file *file, struct pdf_slice reference, size_t start,
		       struct buffer *out, const char **fault)
{
	int number, generation;

	*fault = "the content of a page is missing";
	if (!pdf_reference(reference, &number, &generation))
		return false;
	if (!pdf_file_stream(file, number, out, fault))
		return false;
	buffer_add_char(out, '\n');
	*fault = "the content of a page is too large";
	return out->length - start <= PDF_UNPACKED_MOST;
}

bool pdf_file_page_content(const struct pdf_file *file, size_t index, struct buffer *out,
			   const char **fault)
{
	struct pdf_slice page = pdf_file_object(file, pdf_file_page(file, index));
	struct pdf_slice contents = pdf_entry_raw(file, page, "Contents"), rest, one;
	struct pdf_slice resolved = pdf_file_resolve(file, contents);
	size_t start = out->length;
	bool sound = true;

	/* A page without content is empty. */
	if (contents.length == 0 || pdf_is_keyword(contents, "null"))
		return true;
	if (pdf_kind_of(resolved) != PDF_ARRAY)
		sound = add_stream(file, contents, start, out, fault);
	else
		for (rest = pdf_inside(resolved); sound && pdf_take(&rest, &one) != PDF_NONE;)
			sound = add_stream(file, one, start, out, fault);
	if (!sound && out->bytes != NULL)
		out->bytes[out->length = start] = '\0';
	return sound;
}
