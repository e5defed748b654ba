#include "pdf/finish.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

static bool read_drawn(struct pdf_finish *finish)
{
	const struct pdf_slice drawn = finish->job->drawn;
	const char *fault = NULL;

	finish->file = pdf_file_read(finish->arena, drawn.bytes, drawn.length, &fault);
	if (finish->file != NULL && pdf_file_page_count(finish->file) == finish->pages->count)
		return true;
	if (finish->file != NULL)
		fault = "another number of pages than were drawn";
	diag_add(finish->diags, DIAG_PDF_UNMARKED, (struct location){ 0 }, fault, NULL);
	return false;
}

/* Everything is looked at before anything is written, so that one run tells all faults. */
static bool plan(struct pdf_finish *finish)
{
	bool links, outline;

	if (!read_drawn(finish) || !pdf_plan_tree(finish))
		return false;
	pdf_choose_ids(finish);
	pdf_reserve(finish);
	pdf_collect_places(finish);
	links = pdf_check_links(finish);
	outline = pdf_check_outline(finish);
	return links && outline;
}

static void add_names(struct pdf_finish *finish, struct buffer *catalog)
{
	int places = pdf_write_places(finish), files = pdf_write_attachment_names(finish);

	if (places == 0 && files == 0)
		return;
	buffer_add_text(catalog, "/Names << ");
	if (places != 0)
		buffer_printf(catalog, "/Dests %d 0 R ", places);
	if (files != 0)
		buffer_printf(catalog, "/EmbeddedFiles %d 0 R ", files);
	buffer_add_text(catalog, ">> ");
}

/* Pages are labelled as they are numbered in print: by their place from 1, also where no number is printed. */
static int write_catalog(struct pdf_finish *finish)
{
	int number = pdf_writer_reserve(finish->writer), outline = pdf_write_outline(finish);
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text,
		      "<< /Type /Catalog /Pages %d 0 R /StructTreeRoot %d 0 R /Metadata %d 0 R "
		      "/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> "
		      "/PageLabels << /Nums [0 << /S /D >>] >> ",
		      finish->pages_object, finish->tree_object, pdf_write_metadata(finish));
	pdf_add_text_entry(&text, "Lang", finish->pages->properties.language);
	if (outline != 0)
		buffer_printf(&text, "/Outlines %d 0 R /PageMode /UseOutlines ", outline);
	add_names(finish, &text);
	pdf_add_associated(finish, 0, &text);
	pdf_add_archive(finish, &text);
	buffer_add_text(&text, ">>");
	pdf_writer_object(finish->writer, number,
			  (struct pdf_slice){ buffer_text(&text), text.length });
	buffer_clear(&text);
	return number;
}

/* Puts the file together. Nothing is added to out when a piece of what was drawn turns out to be damaged. */
static bool write(struct pdf_finish *finish, struct buffer *out)
{
	const char *fault;
	int catalog, info;

	pdf_write_attachments(finish);
	pdf_write_tree(finish);
	catalog = write_catalog(finish);
	info = pdf_write_info(finish);
	fault = pdf_writer_fault(finish->writer);
	if (fault != NULL) {
		diag_add(finish->diags, DIAG_PDF_UNMARKED, (struct location){ 0 }, fault, NULL);
		return false;
	}
	pdf_writer_finish(finish->writer, catalog, info, out);
	return true;
}

bool pdf_finish(const struct pdf_job *job, struct buffer *out, struct diag_list *diags)
{
	struct arena *arena = arena_new();
	struct pdf_finish finish = { .arena = arena,
				     .job = job,
				     .pages = job->pages,
				     .diags = diags,
				     .writer = pdf_writer_new(arena) };
	bool made = plan(&finish) && pdf_write_pages(&finish) && write(&finish, out);

	arena_free(arena);
	return made;
}
