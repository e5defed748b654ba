#include "run/pdfa.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "base/source.h"
#include "run/run.h"
#include "sheets/tables.h"

/* The element of the structure that holds a node; 0, the whole document, when none does. */
static int element_of(const struct pages *pages, const struct node *node)
{
	if (node->anchor[0] == '\0')
		return 0;
	for (size_t i = 0; i < pages->structure.count; i++) {
		const char *anchor = pages->structure.elements[i].anchor;

		if (anchor != NULL && strcmp(anchor, node->anchor) == 0)
			return (int)i;
	}
	return 0;
}

static struct pages_attachment attachment_of(struct arena *arena, const struct pages *pages,
					     const struct data_table *table)
{
	struct buffer csv;
	size_t length;

	buffer_init(&csv);
	data_table_csv(table, &csv);
	length = csv.length;
	return (struct pages_attachment){
		.name = arena_printf(arena, "%s.csv", table->name),
		.media_type = "text/csv",
		.description = table->label[0] == '\0'
				       ? table->title
				       : arena_printf(arena, "%s: %s", table->label, table->title),
		.bytes = buffer_finish(&csv, arena),
		.length = length,
		.element = element_of(pages, table->node),
	};
}

static void add_tables(const struct run *run, struct pages *pages)
{
	const struct data_tables *tables = run->data_tables;
	struct pages_attachment *attachments =
		arena_array(run->arena, tables->count, sizeof(*attachments));

	for (size_t i = 0; i < tables->count; i++)
		attachments[i] = attachment_of(run->arena, pages, &tables->items[i]);
	pages->archive.attachments = attachments;
	pages->archive.attachment_count = tables->count;
}

bool pdfa_add(struct run *run)
{
	const char *path = path_join(run->arena, run->share, "inputs/reference/sRGB.icc");
	const struct source *profile = source_read(run->arena, path, path, (struct location){ 0 },
						   DIAG_DATA_UNREADABLE, run->diags);

	if (profile == NULL)
		return false;
	run->pages->archive.profile = profile->bytes;
	run->pages->archive.profile_length = profile->length;
	add_tables(run, run->pages);
	for (size_t i = 0; i < run->document->extract_count; i++) {
		struct pages_archive *archive = &run->extracts[i].pages->archive;

		archive->profile = profile->bytes;
		archive->profile_length = profile->length;
	}
	return true;
}
