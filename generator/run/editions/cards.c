/*
 * cards.c - every chart as pictures with its words, in the sizes that the layout of cards names, and a page from which
 * they are taken.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "chart/legible.h"
#include "html/gallery.h"
#include "layout/card.h"
#include "run/edition.h"
#include "run/extracts.h"
#include "run/internal.h"
#include "run/run.h"
#include "run/web.h"

/* Notes before the source, or the source. */
static const char *notes_of(const struct run *run, const struct node *figure, bool source)
{
	size_t from = figure->source_from;

	return source ? text_part(run->arena, &figure->notes, from, figure->notes.count)
		      : text_part(run->arena, &figure->notes, 0, from);
}

static const char *joined(const struct run *run, const char *first, const char *second)
{
	while (second[0] == ' ')
		second++;
	return arena_printf(run->arena, "%s%s%s", first,
			    first[0] != '\0' && second[0] != '\0' ? " " : "", second);
}

/* "North Vale. Source: ... Synthetic data." */
static const char *foot_of(const struct run *run, const struct node *figure)
{
	const struct document *document = run->document;
	const char *publisher = document->publisher[0] == '\0'
					? ""
					: arena_printf(run->arena, "%s.", document->publisher);

	return joined(run, joined(run, publisher, notes_of(run, figure, true)), document->notice);
}

static struct card card_of(const struct run *run, const struct node *figure)
{
	return (struct card){ .id = figure->file,
			      .plot = figure->plot,
			      .title = text_plain(run->arena, &figure->title),
			      .subtitle = text_plain(run->arena, &figure->subtitle),
			      .alternative = figure->alternative,
			      .notes = notes_of(run, figure, false),
			      .foot = foot_of(run, figure),
			      .figure = "",
			      .figure_words = "",
			      .at = figure->at };
}

/* NULL when the chart and its words do not fit legibly: text is never made smaller for it. */
static const struct scene *draw(const struct run *run, const struct card *card)
{
	struct diag_list *faults = diag_list_new(run->arena);
	const struct scene *scene =
		card_draw(run->arena, run->engine, run->card_layout, run->theme, card, faults);

	if (diag_count(faults) > 0 || chart_cuts_words(scene))
		return NULL;
	return run->options->unsafe_internal ? internal_mark_picture(run, scene) : scene;
}

/* The files of a chart as the page names them; those of a size that has no room are not made. */
struct card_files {
	struct html_download *items;
	size_t count;
	const char *left_out; /* "1200x675, 1080x1080" */
};

static void add_download(const struct run *run, const char *id, const char *suffix,
			 enum string_id words, const char *size, struct card_files *files)
{
	files->items[files->count++] = (struct html_download){
		path_base(card_file(run, id, suffix)),
		strings_fill(run->arena, run->strings, words,
			     (struct placeholder[]){ { "size", size }, { 0 } })
	};
}

static bool add_card(const struct run *run, const struct card *words, struct card_size size,
		     struct card_files *files, struct outfile_set *outputs)
{
	const char *name = arena_printf(run->arena, "%ux%u", size.width, size.height);
	struct card *card = arena_alloc(run->arena, sizeof(*card));
	struct card_scene drawn = { card, NULL };

	*card = *words;
	card->id = arena_printf(run->arena, "%s-%s", words->id, name);
	card->width = size.width;
	card->height = size.height;
	drawn.scene = draw(run, card);
	if (drawn.scene == NULL) {
		files->left_out = arena_printf(run->arena, "%s%s%s", files->left_out,
					       files->left_out[0] == '\0' ? "" : ", ", name);
		return true;
	}
	add_download(run, card->id, device_png.suffix, STRING_CARDS_PNG, name, files);
	add_download(run, card->id, device_svg.suffix, STRING_CARDS_SVG, name, files);
	return card_add_pictures(run, &drawn, outputs);
}

static bool add_cards(const struct run *run, const struct node *figure, struct card_files *files,
		      struct outfile_set *outputs)
{
	const struct layout *layout = run->card_layout;
	const struct card words = card_of(run, figure);

	*files = (struct card_files){
		.items = arena_array(run->arena, 2 * layout->card_count + 1, sizeof(*files->items)),
		.left_out = "",
	};
	for (size_t i = 0; i < layout->card_count; i++)
		if (!add_card(run, &words, layout->cards[i], files, outputs))
			return false;
	card_add_words(run, &words, outputs);
	add_download(run, words.id, ".txt", STRING_GALLERY_WORDS, "", files);
	if (files->left_out[0] != '\0')
		diag_addf(run->diags, DIAG_CARD_SIZE_LEFT_OUT, figure->at, "%s: %s", words.id,
			  files->left_out);
	return true;
}

static const struct card_files *files_of(const struct run *run, const struct card_files *files,
					 const struct node *node)
{
	for (size_t i = 0; i < run->figures.count; i++)
		if (run->figures.items[i].node == node)
			return &files[i];
	return NULL;
}

/* Which sizes there are not, for those who look for them. */
static const char *lacks_of(const struct run *run, const struct card_files *files)
{
	const struct placeholder parts[] = { { "sizes", files->left_out }, { 0 } };

	return files->left_out[0] == '\0'
		       ? ""
		       : strings_fill(run->arena, run->strings, STRING_CARDS_LEFT_OUT, parts);
}

/* A page of all charts, from which their pictures are taken. */
static bool add_page(const struct run *run, const struct card_files *files,
		     struct outfile_set *outputs)
{
	struct html_gallery gallery = { .title = STRING_CARDS_TITLE,
					.lead = STRING_CARDS_LEAD,
					.which = STRING_CARDS_WHICH };
	struct html_gallery_chart *charts;
	struct html_job job;
	struct buffer bytes;

	if (!web_gallery_job(run, &job))
		return false;
	charts = arena_array(run->arena, job.figure_count, sizeof(*charts));
	for (size_t i = 0; i < job.figure_count; i++) {
		const struct card_files *own = files_of(run, files, job.figures[i].node);

		if (own != NULL)
			charts[gallery.count++] =
				(struct html_gallery_chart){ &job.figures[i], "", own->items,
							     own->count, lacks_of(run, own) };
	}
	gallery.charts = charts;
	buffer_init(&bytes);
	html_write_gallery(&job, &gallery, &bytes);
	outfile_set_add(outputs, internal_name(run, "cards/index.html"), &bytes);
	return true;
}

static bool make(const struct run *run, struct outfile_set *outputs)
{
	struct card_files *files = arena_array(run->arena, run->figures.count + 1, sizeof(*files));

	for (size_t i = 0; i < run->figures.count; i++)
		if (!add_cards(run, run->figures.items[i].node, &files[i], outputs))
			return false;
	return add_page(run, files, outputs);
}

const struct edition edition_cards = { .pictures = true, .make = make };
