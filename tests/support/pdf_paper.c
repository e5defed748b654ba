#include "support/pdf_paper.h"

#include <cairo-pdf.h>
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "support/pages_device.h"

static const double side = 10, step = 20, top = 50;

struct pdf_paper *pdf_paper_new(void)
{
	struct arena *arena = arena_new();
	struct pdf_paper *paper = arena_alloc(arena, sizeof(*paper));

	paper->arena = arena;
	paper->diags = diag_list_new(arena);
	paper->pages.count = PDF_PAPER_PAGES;
	paper->pages.items = arena_array(arena, PDF_PAPER_PAGES, sizeof(*paper->pages.items));
	for (size_t i = 0; i < PDF_PAPER_PAGES; i++)
		paper->pages.items[i] = scene_new(arena, PDF_PAPER_WIDTH, PDF_PAPER_HEIGHT);
	paper->pages.properties = (struct document_properties){
		.title = "Title", .author = "", .subject = "", .keywords = "", .language = "en-GB"
	};
	job_element(paper, STRUCTURE_DOCUMENT, -1);
	return paper;
}

void pdf_paper_free(struct pdf_paper *paper)
{
	arena_free(paper->arena);
}

int job_element(struct pdf_paper *paper, enum structure_type type, int parent)
{
	return structure_add(paper->arena, &paper->pages.structure, type, parent);
}

struct structure_element *job_facts(struct pdf_paper *paper, int element)
{
	return &paper->pages.structure.elements[element];
}

void job_draw(struct pdf_paper *paper, size_t page, int element)
{
	struct pdf_drawn_page *drawn = &paper->drawn[page];

	drawn->runs = arena_grow(paper->arena, drawn->runs, drawn->run_count, &drawn->run_capacity,
				 sizeof(*drawn->runs));
	drawn->runs[drawn->run_count] =
		(struct pdf_drawn_run){ element,
					{ step * (double)drawn->run_count, top, side, side } };
	drawn->run_count++;
}

void job_lead(struct pdf_paper *paper, size_t page, int element, const char *target,
	      const char *contents)
{
	struct pdf_drawn_page *drawn = &paper->drawn[page];

	drawn->links = arena_grow(paper->arena, drawn->links, drawn->link_count,
				  &drawn->link_capacity, sizeof(*drawn->links));
	drawn->links[drawn->link_count++] =
		(struct pdf_drawn_link){ { 30, 40, 50, 60 }, target, contents, element };
}

void job_place(struct pdf_paper *paper, size_t page, const char *name)
{
	struct pdf_drawn_page *drawn = &paper->drawn[page];

	drawn->places = arena_grow(paper->arena, drawn->places, drawn->place_count,
				   &drawn->place_capacity, sizeof(*drawn->places));
	drawn->places[drawn->place_count++] = (struct pdf_drawn_place){ name, { 70, 80 } };
}

void job_outline(struct pdf_paper *paper, unsigned level, const char *title, const char *anchor)
{
	struct pages *pages = &paper->pages;

	pages->outline = arena_grow(paper->arena, pages->outline, pages->outline_count,
				    &pages->outline_capacity, sizeof(*pages->outline));
	pages->outline[pages->outline_count++] = (struct outline_entry){ level, title, anchor };
}

/* -- files -------------------------------------------------------------------------------------- */

static cairo_status_t collect(void *buffer, const unsigned char *bytes, unsigned length)
{
	buffer_add(buffer, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static void draw_sign(cairo_t *cairo, size_t number)
{
	cairo_save(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_set_line_width(cairo, 1 / 64.0);
	cairo_set_miter_limit(cairo, PDF_MARKER_FIRST + (double)number);
	cairo_move_to(cairo, 1, 1);
	cairo_line_to(cairo, 1.5, 1);
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

struct pdf_slice job_drawn(struct pdf_paper *paper)
{
	struct buffer bytes;
	cairo_surface_t *surface;
	cairo_t *cairo;
	size_t length;

	buffer_init(&bytes);
	surface = cairo_pdf_surface_create_for_stream(collect, &bytes, PDF_PAPER_WIDTH,
						      PDF_PAPER_HEIGHT);
	cairo = cairo_create(surface);
	for (size_t page = 0; page < PDF_PAPER_PAGES; page++) {
		for (size_t i = 0; i < paper->drawn[page].run_count; i++) {
			const struct box box = paper->drawn[page].runs[i].box;

			draw_sign(cairo, i);
			cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
			cairo_fill(cairo);
		}
		cairo_show_page(cairo);
	}
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	cr_assert_eq(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(surface);
	length = bytes.length;
	return (struct pdf_slice){ buffer_finish(&bytes, paper->arena), length };
}

bool job_finish(struct pdf_paper *paper, struct pdf_slice drawn, struct buffer *out)
{
	const struct pdf_job job = { .pages = &paper->pages,
				     .drawn = drawn,
				     .drawn_pages = paper->drawn };

	return pdf_finish(&job, out, paper->diags);
}

const char *job_finished(struct pdf_paper *paper)
{
	struct made_file file;
	struct buffer out;

	buffer_init(&out);
	cr_assert(job_finish(paper, job_drawn(paper), &out));
	cr_assert_eq(diag_count(paper->diags), 0);
	file.length = out.length;
	file.bytes = buffer_finish(&out, paper->arena);
	said_of(paper->arena, file, (const char *const[]){ "qpdf", "--check", NULL }, false, NULL);
	return said_of(paper->arena, file,
		       (const char *const[]){ "qpdf", "--qdf", "--object-streams=disable", NULL },
		       true, NULL);
}

const char *object_with(struct pdf_paper *paper, const char *text, const char *words, size_t n)
{
	for (const char *from = strstr(text, " 0 obj\n"); from != NULL;
	     from = strstr(from + 1, " 0 obj\n")) {
		const char *end = strstr(from, "endobj");
		const char *found = strstr(from, words);

		if (end != NULL && found != NULL && found < end && n-- == 0)
			return arena_strndup(paper->arena, from, (size_t)(end - from));
	}
	return NULL;
}
