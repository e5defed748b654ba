/*
 * cards.c - every chart as pictures with its words, in the sizes that the layout of cards names.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "chart/legible.h"
#include "layout/card.h"
#include "run/edition.h"
#include "run/extracts.h"
#include "run/internal.h"
#include "run/run.h"

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

static bool add_card(const struct run *run, const struct card *words, struct card_size size,
		     const char **left_out, struct outfile_set *outputs)
{
	const char *name = arena_printf(run->arena, "%ux%u", size.width, size.height);
	struct card *card = arena_alloc(run->arena, sizeof(*card));
	struct card_scene drawn = { card, NULL };

	*card = *words;
	card->id = arena_printf(run->arena, "%s-%s", words->id, name);
	card->width = size.width;
	card->height = size.height;
	drawn.scene = draw(run, card);
	if (drawn.scene != NULL)
		return card_add_pictures(run, &drawn, outputs);
	*left_out = arena_printf(run->arena, "%s%s%s", *left_out,
				 (*left_out)[0] == '\0' ? "" : ", ", name);
	return true;
}

static bool add_cards(const struct run *run, const struct node *figure, struct outfile_set *outputs)
{
	const struct layout *layout = run->card_layout;
	const struct card words = card_of(run, figure);
	const char *left_out = "";

	for (size_t i = 0; i < layout->card_count; i++)
		if (!add_card(run, &words, layout->cards[i], &left_out, outputs))
			return false;
	card_add_words(run, &words, outputs);
	if (left_out[0] != '\0')
		diag_addf(run->diags, DIAG_CARD_SIZE_LEFT_OUT, figure->at, "%s: %s", words.id,
			  left_out);
	return true;
}

static bool make(const struct run *run, struct outfile_set *outputs)
{
	for (size_t i = 0; i < run->figures.count; i++)
		if (!add_cards(run, run->figures.items[i].node, outputs))
			return false;
	return true;
}

const struct edition edition_cards = { .pictures = true, .make = make };
