#include "run/extracts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "device/device.h"
#include "layout/card.h"
#include "layout/layout_pages.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"

/* The layout that was read for an extract. */
static const struct layout *layout_of(const struct run *run, const struct document *extract)
{
	for (size_t i = 0; i < run->report->extract_count; i++)
		if (strcmp(run->report->extracts[i].id, extract->id) == 0)
			return run->extract_layouts[i];
	return run->layout;
}

void extracts_lay_out(struct run *run)
{
	const struct document *document = run->document;

	run->extracts = arena_array(run->arena, document->extract_count, sizeof(*run->extracts));
	for (size_t i = 0; i < document->extract_count; i++) {
		const struct document *extract = document->extracts[i];
		struct extract_pages *made = &run->extracts[i];

		*made = (struct extract_pages){ .document = extract,
						.layout = layout_of(run, extract) };
		made->pages = pages_make(run->arena, run->engine, made->layout, run->theme, extract,
					 &made->figures, run->diags);
		if (run->options->unsafe_internal)
			internal_mark_pages(run, made->pages);
	}
	run->cards = arena_array(run->arena, document->card_count, sizeof(*run->cards));
	for (size_t i = 0; i < document->card_count; i++) {
		const struct card *card = &document->cards[i];
		const struct scene *scene = card_draw(run->arena, run->engine, run->card_layout,
						      run->theme, card, run->diags);

		if (run->options->unsafe_internal)
			scene = internal_mark_picture(run, scene);
		run->cards[i] = (struct card_scene){ card, scene };
	}
}

void extracts_draw_pictures(struct run *run)
{
	const struct document *document = run->document;

	run->extracts = arena_array(run->arena, document->extract_count, sizeof(*run->extracts));
	for (size_t i = 0; i < document->extract_count; i++) {
		const struct document *extract = document->extracts[i];
		const struct layout *layout = layout_of(run, extract);

		run->extracts[i] = (struct extract_pages){
			.document = extract,
			.layout = layout,
			.figures =
				pictures_make(run->arena, run->engine, layout, run->theme, extract),
		};
	}
}

bool extracts_render(const struct run *run, const struct device *device,
		     struct outfile_set *outputs)
{
	for (size_t i = 0; i < run->document->extract_count; i++) {
		struct buffer bytes;

		buffer_init(&bytes);
		if (!device->write_pages(run->extracts[i].pages, &bytes, run->diags)) {
			buffer_clear(&bytes);
			return false;
		}
		outfile_set_add(outputs,
				internal_name(run, arena_printf(run->arena, "%s%s",
								run->extracts[i].document->id,
								device->suffix)),
				&bytes);
	}
	return true;
}

const char *card_file(const struct run *run, const char *id, const char *suffix)
{
	return internal_name(run, arena_printf(run->arena, "cards/%s%s", id, suffix));
}

static void add_paragraph(struct buffer *out, const char *before, const char *words)
{
	if (before[0] == '\0' && words[0] == '\0')
		return;
	buffer_printf(out, "%s%s%s\n\n", before, before[0] == '\0' || words[0] == '\0' ? "" : " ",
		      words);
}

/* What a post says in place of the picture: all words of the card, and its text alternative. */
void card_add_words(const struct run *run, const struct card *card, struct outfile_set *outputs)
{
	struct buffer text;

	buffer_init(&text);
	if (run->options->unsafe_internal)
		add_paragraph(&text, internal_words, "");
	add_paragraph(&text, card->title, "");
	add_paragraph(&text, card->alternative, "");
	add_paragraph(&text, card->figure, card->figure_words);
	add_paragraph(&text, card->notes, "");
	buffer_printf(&text, "%s\n", card->foot);
	outfile_set_add(outputs, card_file(run, card->id, ".txt"), &text);
}

static struct picture picture_of(const struct run *run, const struct card_scene *drawn)
{
	const struct card *card = drawn->card;

	return (struct picture){
		.scene = drawn->scene,
		.id = card->id,
		.title = run->options->unsafe_internal
				 ? arena_printf(run->arena, "%s: %s", internal_words, card->title)
				 : card->title,
		.description = card->alternative,
		.language = run->document->language,
		.paper = run->theme->colours[COLOUR_PAPER],
		.pixels_a_point = CARD_SCALE,
		.report = run->pages,
	};
}

bool card_add_pictures(const struct run *run, const struct card_scene *drawn,
		       struct outfile_set *outputs)
{
	static const struct device *const kinds[] = { &device_svg, &device_png };
	const struct picture picture = picture_of(run, drawn);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!edition_add_picture(run, kinds[i], &picture,
					 card_file(run, drawn->card->id, kinds[i]->suffix),
					 outputs))
			return false;
	return true;
}

bool cards_render(const struct run *run, struct outfile_set *outputs)
{
	for (size_t i = 0; i < run->document->card_count; i++) {
		if (!card_add_pictures(run, &run->cards[i], outputs))
			return false;
		card_add_words(run, run->cards[i].card, outputs);
	}
	return true;
}
