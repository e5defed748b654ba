#include "run/edition.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/crew.h"
#include "base/outfile.h"
#include "base/path.h"
#include "device/device.h"
#include "run/internal.h"
#include "run/run.h"

#define EDITION(symbol, name, by_default, summary) extern const struct edition edition_##symbol;
#include "run/editions.def"
#undef EDITION

static const struct edition_entry all[] = {
#define EDITION(symbol, name, by_default, summary) { &edition_##symbol, name, by_default, summary },
#include "run/editions.def"
#undef EDITION
	{ 0 },
};

const struct edition_entry *editions(void)
{
	return all;
}

bool edition_of_pages(const struct run *run, const struct device *device,
		      struct outfile_set *outputs)
{
	struct buffer bytes;

	buffer_init(&bytes);
	if (!device->write_pages(run->pages, &bytes, run->diags)) {
		buffer_clear(&bytes);
		return false;
	}
	outfile_set_add(outputs,
			internal_name(run, arena_printf(run->arena, "%s%s",
							path_stem(run->arena, run->options->spec),
							device->suffix)),
			&bytes);
	return extracts_render(run, device, outputs);
}

struct picture edition_picture(const struct run *run, const struct figure_scene *figure)
{
	bool internal = run->options->unsafe_internal;
	const char *title = text_plain(run->arena, &figure->node->title);

	return (struct picture){
		.scene = internal ? internal_mark_picture(run, figure->scene) : figure->scene,
		.id = figure->node->file,
		.title = internal ? arena_printf(run->arena, "%s: %s", internal_words, title)
				  : title,
		.description = figure->node->alternative,
		.language = run->document->language,
		.paper = run->theme->colours[COLOUR_PAPER],
		.report = run->pages,
	};
}

const char *edition_picture_file(const struct run *run, const char *id, const char *suffix)
{
	return internal_name(run, arena_printf(run->arena, "charts/%s%s", id, suffix));
}

/* What was drawn, on its way to a file. */
struct packing {
	const struct device *device;
	struct drawing *drawing;
	struct buffer *bytes;
};

static void pack(void *piece)
{
	const struct packing *packing = piece;

	packing->device->pack_picture(packing->drawing, packing->bytes);
	buffer_trim(packing->bytes);
}

static bool draw_now_pack_later(const struct run *run, const struct device *device,
				const struct picture *picture, const char *name,
				struct outfile_set *outputs)
{
	struct drawing *drawing = device->draw_picture(picture, run->diags);
	struct packing *packing;

	if (drawing == NULL)
		return false;
	packing = arena_alloc(run->arena, sizeof(*packing));
	*packing = (struct packing){ device, drawing, outfile_set_reserve(outputs, name) };
	crew_do(run->crew, pack, packing);
	return true;
}

bool edition_add_picture(const struct run *run, const struct device *device,
			 const struct picture *picture, const char *name,
			 struct outfile_set *outputs)
{
	struct buffer bytes;

	if (device->draw_picture != NULL)
		return draw_now_pack_later(run, device, picture, name, outputs);
	buffer_init(&bytes);
	if (!device->write_picture(picture, &bytes, run->diags)) {
		buffer_clear(&bytes);
		return false;
	}
	outfile_set_add(outputs, name, &bytes);
	return true;
}

bool edition_of_pictures(const struct run *run, const struct device *device,
			 struct outfile_set *outputs)
{
	for (size_t i = 0; i < run->figures.count; i++) {
		const struct picture picture = edition_picture(run, &run->figures.items[i]);

		if (!edition_add_picture(run, device, &picture,
					 edition_picture_file(run, picture.id, device->suffix),
					 outputs))
			return false;
	}
	return true;
}
