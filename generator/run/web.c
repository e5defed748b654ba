#include "run/web.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "chart/kind.h"
#include "chart/legible.h"
#include "run/internal.h"
#include "run/run.h"

static const char *read_text(const struct run *run, const char *name)
{
	const char *path = path_join(run->arena, run->share, name);
	const struct source *source = source_read(run->arena, path, path, (struct location){ 0 },
						  DIAG_SPEC_UNREADABLE, run->diags);

	return source == NULL ? NULL : source->bytes;
}

bool web_rules(const struct run *run, const char **style, const char **script)
{
	*style = read_text(run, "layouts/html.css");
	*script = read_text(run, "layouts/html.js");
	return *style != NULL && *script != NULL;
}

/* What is seen in a window of 320 pixels; wider charts are drawn a second time for it. */
static const double narrow_pt = 240;

static struct picture picture_of(const struct run *run, const struct scene *scene, const char *id,
				 const char *title)
{
	return (struct picture){
		.scene = run->options->unsafe_internal ? internal_mark_picture(run, scene) : scene,
		.id = id,
		.title = title,
		.paper = run->theme->colours[COLOUR_PAPER],
	};
}

/* Empty when the chart is narrow as it is, or when its words do not find room. */
static struct picture narrow_picture(const struct run *run, const struct layout *layout,
				     const struct figure_scene *drawn)
{
	const struct node *node = drawn->node;
	const struct scene *scene;

	if (drawn->scene->width <= narrow_pt)
		return (struct picture){ 0 };
	scene = chart_draw(run->arena, run->engine, layout, run->theme, node->plot, narrow_pt,
			   true);
	if (!chart_is_legible(scene))
		return (struct picture){ 0 };
	return picture_of(run, scene, arena_printf(run->arena, "%s-narrow", node->file),
			  node_alternative(node));
}

static const struct html_figure *figures_of(const struct run *run, const struct layout *layout,
					    const struct figure_list *list)
{
	struct html_figure *figures = arena_array(run->arena, list->count, sizeof(*figures));

	for (size_t i = 0; i < list->count; i++) {
		const struct figure_scene *drawn = &list->items[i];

		figures[i] = (struct html_figure){
			.node = drawn->node,
			.picture = picture_of(run, drawn->scene, drawn->node->file,
					      node_alternative(drawn->node)),
			.narrow = narrow_picture(run, layout, drawn),
		};
	}
	return figures;
}

bool web_job(const struct run *run, const struct extract_pages *extract, struct html_job *out)
{
	const struct figure_list *figures = extract == NULL ? &run->figures : &extract->figures;
	const struct layout *layout = extract == NULL ? run->layout : extract->layout;
	struct html_job job = {
		.arena = run->arena,
		.document = extract == NULL ? run->document : extract->document,
		.layout = layout,
		.theme = run->theme,
		.strings = run->strings,
		.figures = figures_of(run, layout, figures),
		.figure_count = figures->count,
		.warning = run->options->unsafe_internal ? internal_words : NULL,
		.diags = run->diags,
	};

	if (!web_rules(run, &job.style, &job.script))
		return false;
	*out = job;
	return true;
}

bool web_gallery_job(const struct run *run, struct html_job *out)
{
	const char *style = read_text(run, "layouts/gallery.css");
	const char *script = read_text(run, "layouts/gallery.js");

	if (style == NULL || script == NULL || !web_job(run, NULL, out))
		return false;
	out->style = arena_printf(run->arena, "%s\n%s", out->style, style);
	out->script = arena_printf(run->arena, "%s\n%s", out->script, script);
	return true;
}

bool web_statements_job(const struct run *run, struct html_job *out)
{
	const char *style = read_text(run, "layouts/statements.css");

	*out = (struct html_job){
		.arena = run->arena,
		.layout = run->layout,
		.theme = run->theme,
		.strings = run->strings,
		.diags = run->diags,
	};
	if (style == NULL || !web_rules(run, &out->style, &out->script))
		return false;
	out->style = arena_printf(run->arena, "%s\n%s", out->style, style);
	return true;
}
