#include "base/arena.h"
#include "device/device.h"

static struct document_properties properties_of(const struct picture *picture)
{
	struct document_properties properties = { .author = "", .subject = "", .keywords = "" };

	if (picture->report != NULL)
		properties = picture->report->properties;
	properties.title = picture->title;
	properties.subject = picture->description;
	properties.keywords = "";
	properties.language = picture->language;
	return properties;
}

/*
 * A figure on its ground. The title is not drawn, as programs that place the page set it themselves; those who hear the
 * page meet it as the heading that the ground stands for.
 */
static struct scene *page_of(struct arena *arena, const struct picture *picture,
			     struct pages *pages)
{
	struct scene *page = scene_new(arena, picture->scene->width, picture->scene->height);
	int document = structure_add(arena, &pages->structure, STRUCTURE_DOCUMENT, -1);
	int heading = structure_add(arena, &pages->structure, STRUCTURE_HEADING, document);
	int figure = structure_add(arena, &pages->structure, STRUCTURE_FIGURE, document);

	pages->structure.elements[heading].level = 1;
	pages->structure.elements[heading].replacement = picture->title;
	pages->structure.elements[figure].alternative = picture->description;
	page->element = heading;
	path_rectangle(page, scene_fill(page, PART_BACKGROUND, picture->paper),
		       (struct box){ 0, 0, page->width, page->height });
	page->element = figure;
	scene_use(page, picture->scene, 0, 0);
	return page;
}

static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	struct arena *arena = arena_new();
	struct pages pages = { .properties = properties_of(picture) };
	struct scene *page = page_of(arena, picture, &pages);
	bool made;

	if (picture->report != NULL) {
		pages.archive.profile = picture->report->archive.profile;
		pages.archive.profile_length = picture->report->archive.profile_length;
	}
	pages.items = &page;
	pages.count = pages.capacity = 1;
	made = device_pdf.write_pages(&pages, out, diags);
	arena_free(arena);
	return made;
}

const struct device device_pdf_picture = {
	.name = "pdf-picture",
	.suffix = ".pdf",
	.write_picture = write_picture,
};
