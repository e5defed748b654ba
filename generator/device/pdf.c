/*
 * pdf.c - pages as PDF: cairo draws, every run of an element with a sign before it; the floor pdf makes of it a file
 * with tags, links and places.
 */
#include <cairo-pdf.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "device/device.h"
#include "device/play.h"
#include "pdf/content.h"
#include "pdf/finish.h"

/* The page that is being drawn. */
struct sheet {
	struct arena *arena;
	struct pdf_drawn_page *drawn;
};

/* A stroke that nobody sees: the finisher finds it by its miter limit, in every version of cairo. */
static void draw_sign(cairo_t *cairo, size_t number)
{
	cairo_save(cairo);
	cairo_identity_matrix(cairo);
	cairo_reset_clip(cairo);
	cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_set_dash(cairo, NULL, 0, 0);
	cairo_set_line_width(cairo, 1 / 64.0);
	cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
	cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
	cairo_set_miter_limit(cairo, PDF_MARKER_FIRST + (double)number);
	cairo_new_path(cairo);
	cairo_move_to(cairo, 1, 1);
	cairo_line_to(cairo, 1.5, 1);
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

static void note_drawing(cairo_t *cairo, int element, struct box box, void *context)
{
	struct sheet *sheet = context;
	struct pdf_drawn_page *drawn = sheet->drawn;

	if (drawn->run_count > 0 && drawn->runs[drawn->run_count - 1].element == element) {
		struct pdf_drawn_run *run = &drawn->runs[drawn->run_count - 1];

		run->box = box_union(run->box, box);
		return;
	}
	draw_sign(cairo, drawn->run_count);
	drawn->runs = arena_grow(sheet->arena, drawn->runs, drawn->run_count, &drawn->run_capacity,
				 sizeof(*drawn->runs));
	drawn->runs[drawn->run_count++] = (struct pdf_drawn_run){ element, box };
}

static void note_link(const struct scene_item *link, int element, struct box area, void *context)
{
	struct sheet *sheet = context;
	struct pdf_drawn_page *drawn = sheet->drawn;

	drawn->links = arena_grow(sheet->arena, drawn->links, drawn->link_count,
				  &drawn->link_capacity, sizeof(*drawn->links));
	drawn->links[drawn->link_count++] =
		(struct pdf_drawn_link){ area, link->target, link->contents, element };
}

static void note_anchor(const char *name, struct point at, void *context)
{
	struct sheet *sheet = context;
	struct pdf_drawn_page *drawn = sheet->drawn;

	drawn->places = arena_grow(sheet->arena, drawn->places, drawn->place_count,
				   &drawn->place_capacity, sizeof(*drawn->places));
	drawn->places[drawn->place_count++] = (struct pdf_drawn_place){ name, at };
}

static void fault(struct diag_list *diags, size_t page, cairo_status_t status)
{
	diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 }, "page %zu: %s", page,
		  cairo_status_to_string(status));
}

static cairo_status_t draw_page(cairo_surface_t *surface, cairo_t *cairo, const struct scene *scene,
				struct sheet *sheet, bool plain_images)
{
	const struct play_listener listener = { .draw = note_drawing,
						.link = note_link,
						.anchor = note_anchor,
						.context = sheet,
						.plain_images = plain_images };

	cairo_pdf_surface_set_size(surface, scene->width, scene->height);
	play_scene(cairo, scene, (struct point){ 0, 0 }, &listener);
	cairo_show_page(cairo);
	return cairo_status(cairo);
}

/* The pages as cairo writes them; what was drawn goes into drawn_pages. */
static bool draw_pages(struct arena *arena, const struct pages *pages,
		       struct pdf_drawn_page *drawn_pages, struct buffer *out,
		       struct diag_list *diags)
{
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(play_to_buffer, out, 595, 842);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status = CAIRO_STATUS_SUCCESS;

	for (size_t i = 0; i < pages->count && status == CAIRO_STATUS_SUCCESS; i++) {
		struct sheet sheet = { arena, &drawn_pages[i] };

		status = draw_page(surface, cairo, pages->items[i], &sheet,
				   pages->archive.profile != NULL);
		if (status != CAIRO_STATUS_SUCCESS)
			fault(diags, i + 1, status);
	}
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS) {
		status = cairo_surface_status(surface);
		if (status != CAIRO_STATUS_SUCCESS)
			fault(diags, pages->count, status);
	}
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS;
}

static bool write_pages(const struct pages *pages, struct buffer *out, struct diag_list *diags)
{
	struct arena *arena = arena_new();
	struct pdf_drawn_page *drawn_pages = arena_array(arena, pages->count, sizeof(*drawn_pages));
	struct buffer drawn;
	bool made;

	buffer_init(&drawn);
	made = draw_pages(arena, pages, drawn_pages, &drawn, diags);
	if (made) {
		const struct pdf_job job = { .pages = pages,
					     .drawn = { drawn.bytes, drawn.length },
					     .drawn_pages = drawn_pages };

		made = pdf_finish(&job, out, diags);
	}
	buffer_clear(&drawn);
	arena_free(arena);
	return made;
}

const struct device device_pdf = {
	.name = "pdf",
	.suffix = ".pdf",
	.write_pages = write_pages,
};
