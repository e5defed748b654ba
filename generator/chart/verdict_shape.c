#include "chart/verdict_shape.h"

#include "scene/scene.h"

/* A square or triangle that just fits looks larger than a circle that does. */
static const double outline = 1.4, square_share = 0.9;

enum verdict verdict_of_comparison(enum comparison comparison, enum polarity polarity)
{
	static const int differences[] = {
		[COMPARISON_LOWER] = -1,
		[COMPARISON_SIMILAR] = 0,
		[COMPARISON_HIGHER] = 1,
	};

	if (comparison == COMPARISON_NONE)
		return VERDICT_NOT_COMPARED;
	return verdict_of(differences[comparison], polarity_favours(polarity));
}

enum colour_role verdict_colour(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_BETTER:
		return COLOUR_BETTER;
	case VERDICT_WORSE:
		return COLOUR_WORSE;
	case VERDICT_HIGHER:
	case VERDICT_LOWER:
		return COLOUR_MARK;
	case VERDICT_SIMILAR:
	case VERDICT_NOT_COMPARED:
		break;
	}
	return COLOUR_SIMILAR;
}

enum colour_role verdict_tint(enum verdict verdict)
{
	if (verdict == VERDICT_BETTER)
		return COLOUR_TINT_BETTER;
	if (verdict == VERDICT_WORSE)
		return COLOUR_TINT_WORSE;
	return verdict == VERDICT_SIMILAR ? COLOUR_TINT_SIMILAR : COLOUR_PAPER;
}

static void triangle(struct scene *scene, struct scene_path *path, double x, double y, double half,
		     bool up)
{
	double base = up ? y + half : y - half;

	path->round_ends = true;
	path_move(scene, path, x - half, base);
	path_line(scene, path, x + half, base);
	path_line(scene, path, x, up ? y - half : y + half);
	path_close(scene, path);
}

void verdict_shape_draw(struct scene *scene, const struct theme *theme, enum verdict verdict,
			double x, double y, double size)
{
	struct colour colour = theme->colours[verdict_colour(verdict)];
	double half = size / 2, side = size * square_share;

	switch (verdict) {
	case VERDICT_BETTER:
		path_circle(scene, scene_fill(scene, PART_VERDICT, colour), x, y, half);
		break;
	case VERDICT_SIMILAR:
		path_circle(scene, scene_stroke(scene, PART_VERDICT, colour, outline), x, y,
			    half - outline / 2);
		break;
	case VERDICT_WORSE:
		path_rectangle(scene, scene_fill(scene, PART_VERDICT, colour),
			       (struct box){ x - side / 2, y - side / 2, side, side });
		break;
	case VERDICT_HIGHER:
		triangle(scene, scene_fill(scene, PART_VERDICT, colour), x, y, half, true);
		break;
	case VERDICT_LOWER:
		/* A stroke stands half outside its path: the outline keeps within the square. */
		triangle(scene, scene_stroke(scene, PART_VERDICT, colour, outline), x, y,
			 half - outline / 2, false);
		break;
	case VERDICT_NOT_COMPARED:
		break;
	}
}
