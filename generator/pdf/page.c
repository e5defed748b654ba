/*
 * page.c - pages: what cairo drew with its runs marked, and links over it (ISO 32000-1, 7.7.3.3, 12.5 and 14.6).
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

static struct pdf_slice slice(const struct buffer *buffer)
{
	return (struct pdf_slice){ buffer_text(buffer), buffer->length };
}

/* -- runs --------------------------------------------------------------------------------------- */

/* ISO 32000-1, 14.8.2.2. A repeated head of a table is there because pages end. */
static const char *artifact(struct pdf_finish *finish, const struct pdf_drawn_run *run,
			    double page_height)
{
	struct buffer text;

	switch (run->element) {
	case ARTIFACT_HEADER:
		return "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC";
	case ARTIFACT_FOOTER:
		return "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC";
	case ARTIFACT_REPEATED:
		return "/Artifact <</Type /Pagination>> BDC";
	case ARTIFACT_BACKGROUND:
		buffer_init(&text);
		buffer_add_text(&text, "/Artifact <</Type /Background /BBox ");
		pdf_add_box(&text, run->box, page_height);
		buffer_add_text(&text, ">> BDC");
		return buffer_finish(&text, finish->arena);
	default:
		return "/Artifact <</Type /Layout>> BDC";
	}
}

static const struct pdf_run *runs_of(struct pdf_finish *finish, size_t page)
{
	const struct pdf_drawn_page *drawn = &finish->job->drawn_pages[page];
	const struct structure_element *elements = finish->tree.structure->elements;
	struct pdf_run *runs = arena_array(finish->arena, drawn->run_count, sizeof(*runs));
	unsigned mcid = 0;

	for (size_t i = 0; i < drawn->run_count; i++) {
		const struct pdf_drawn_run *run = &drawn->runs[i];

		runs[i].begin = run->element < 0
					? artifact(finish, run, finish->pages->items[page]->height)
					: arena_printf(finish->arena, "/%s <</MCID %u>> BDC",
						       structure_type_name(&elements[run->element]),
						       mcid++);
	}
	return runs;
}

static bool write_content(struct pdf_finish *finish, size_t page, int number)
{
	struct buffer drawn, marked;
	const char *fault = NULL;
	bool made;

	buffer_init(&drawn);
	buffer_init(&marked);
	made = pdf_file_page_content(finish->file, page, &drawn, &fault) &&
	       pdf_content_mark(slice(&drawn), runs_of(finish, page),
				finish->job->drawn_pages[page].run_count, &marked, &fault);
	if (made)
		pdf_writer_stream(finish->writer, number, "", slice(&marked));
	else
		diag_addf(finish->diags, DIAG_PDF_UNMARKED, (struct location){ 0 }, "page %zu: %s",
			  page + 1, fault);
	buffer_clear(&drawn);
	buffer_clear(&marked);
	return made;
}

/* -- links -------------------------------------------------------------------------------------- */

static void write_annotation(struct pdf_finish *finish, size_t index)
{
	const struct pdf_annotation *annotation = &finish->tree.annotations[index];
	const struct pdf_drawn_link *link = annotation->link;
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "<< /Type /Annot /Subtype /Link /Rect ");
	pdf_add_box(&text, link->area, finish->pages->items[annotation->page]->height);
	buffer_printf(&text, " /Border [0 0 0] /F 4 /P %d 0 R /StructParent %zu ",
		      finish->page_objects[annotation->page], finish->pages->count + index);
	pdf_add_text_entry(&text, "Contents", link->contents);
	if (link->target[0] == '#') {
		pdf_add_text_entry(&text, "Dest", pdf_place_name(finish->arena, link->target + 1));
	} else {
		buffer_add_text(&text, "/A << /Type /Action /S /URI /URI ");
		pdf_add_address(&text, link->target);
		buffer_add_text(&text, " >> ");
	}
	buffer_add_text(&text, ">>");
	pdf_writer_object(finish->writer, annotation->object, slice(&text));
	buffer_clear(&text);
}

/* -- pages -------------------------------------------------------------------------------------- */

static void add_copied(struct pdf_finish *finish, size_t page, const char *key, struct buffer *out)
{
	struct pdf_slice value = pdf_file_page_entry(finish->file, page, key);

	if (value.length == 0)
		return;
	value = pdf_writer_copy_value(finish->writer, finish->file, value);
	buffer_printf(out, "/%s ", key);
	buffer_add(out, value.bytes, value.length);
	buffer_add_char(out, ' ');
}

static bool write_page(struct pdf_finish *finish, size_t page, const struct buffer *annotations)
{
	int content = pdf_writer_reserve(finish->writer);
	struct buffer text;

	if (!write_content(finish, page, content))
		return false;
	buffer_init(&text);
	buffer_printf(&text,
		      "<< /Type /Page /Parent %d 0 R /Contents %d 0 R /Tabs /S /StructParents %zu ",
		      finish->pages_object, content, page);
	add_copied(finish, page, "MediaBox", &text);
	add_copied(finish, page, "Resources", &text);
	add_copied(finish, page, "Group", &text);
	if (annotations->length > 0)
		buffer_printf(&text, "/Annots [%s] ", buffer_text(annotations));
	buffer_add_text(&text, ">>");
	pdf_writer_object(finish->writer, finish->page_objects[page], slice(&text));
	buffer_clear(&text);
	return true;
}

static void write_page_list(struct pdf_finish *finish)
{
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "<< /Type /Pages /Count %zu /Kids [", finish->pages->count);
	for (size_t i = 0; i < finish->pages->count; i++)
		buffer_printf(&text, "%d 0 R ", finish->page_objects[i]);
	buffer_add_text(&text, "] >>");
	pdf_writer_object(finish->writer, finish->pages_object, slice(&text));
	buffer_clear(&text);
}

bool pdf_write_pages(struct pdf_finish *finish)
{
	const struct pdf_tree *tree = &finish->tree;
	struct buffer *annotations =
		arena_array(finish->arena, finish->pages->count, sizeof(*annotations));
	bool made = true;

	for (size_t i = 0; i < tree->annotation_count; i++)
		buffer_printf(&annotations[tree->annotations[i].page], "%d 0 R ",
			      tree->annotations[i].object);
	for (size_t i = 0; i < finish->pages->count && made; i++)
		made = write_page(finish, i, &annotations[i]);
	for (size_t i = 0; i < finish->pages->count; i++)
		buffer_clear(&annotations[i]);
	if (!made)
		return false;
	for (size_t i = 0; i < tree->annotation_count; i++)
		write_annotation(finish, i);
	write_page_list(finish);
	return true;
}
