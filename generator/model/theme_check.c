#include "model/theme_check.h"

#include <math.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "model/colour_distance.h"

enum check_kind { CHECK_READ, CHECK_READ_ON, CHECK_SEE, CHECK_TELL, CHECK_TELL_SHAPES };

struct check {
	enum check_kind kind;
	enum colour_role first, second;
};

static const struct check checks[] = {
#define READ(text, ground) { CHECK_READ, COLOUR_##text, COLOUR_##ground },
#define READ_ON(fill) { CHECK_READ_ON, COLOUR_TEXT, COLOUR_##fill },
#define SEE(mark, ground) { CHECK_SEE, COLOUR_##mark, COLOUR_##ground },
#define TELL(first, second) { CHECK_TELL, COLOUR_##first, COLOUR_##second },
#define TELL_SHAPES(first, second) { CHECK_TELL_SHAPES, COLOUR_##first, COLOUR_##second },
#include "model/theme_checks.def"
#undef READ
#undef READ_ON
#undef SEE
#undef TELL
#undef TELL_SHAPES
};

static const double contrast_of_words = 4.5, contrast_of_marks = 3, distance_least = 10,
		    lightness_least = 10;

static const char *const sights[] = {
	[SIGHT_ALL] = "full sight",
	[SIGHT_PROTANOPIA] = "no red cones",
	[SIGHT_DEUTERANOPIA] = "no green cones",
};

/* What was measured of a pair; the least of all that a check wants comes to a reader's eye. */
struct measured {
	const struct check *check;
	const char *first, *second;
	double contrast, wanted; /* wanted 0: contrast is not asked for */
	double distances[SIGHT_COUNT];
	double lightness[2];
	bool in_grey; /* lightness is asked for */
	const char *accepted;
};

static const char *accepted_for(const struct theme *theme, const struct check *check)
{
	for (size_t i = 0; i < theme->accepted_count; i++) {
		const struct accepted_pair *pair = &theme->accepted[i];

		if ((pair->first == check->first && pair->second == check->second) ||
		    (pair->first == check->second && pair->second == check->first))
			return pair->reason;
	}
	return NULL;
}

static struct measured measure(const struct theme *theme, const struct check *check)
{
	struct colour first = theme->colours[check->first], second = theme->colours[check->second];
	struct measured measured = {
		.check = check,
		.first = colour_role_name(check->first),
		.second = colour_role_name(check->second),
		.accepted = accepted_for(theme, check),
	};

	if (check->kind == CHECK_TELL || check->kind == CHECK_TELL_SHAPES) {
		for (int sight = 0; sight < SIGHT_COUNT; sight++)
			measured.distances[sight] =
				colour_distance(first, second, (enum colour_sight)sight);
		measured.lightness[0] = colour_lightness(first);
		measured.lightness[1] = colour_lightness(second);
		measured.in_grey = check->kind == CHECK_TELL;
		return measured;
	}
	measured.wanted = check->kind == CHECK_SEE ? contrast_of_marks : contrast_of_words;
	measured.contrast = colour_contrast(first, second);
	if (check->kind == CHECK_READ_ON) {
		measured.first = "text or paper";
		measured.contrast = fmax(measured.contrast,
					 colour_contrast(theme->colours[COLOUR_PAPER], second));
	}
	return measured;
}

static bool too_close(const struct measured *measured, int sight)
{
	return measured->wanted <= 0 && measured->distances[sight] < distance_least;
}

static double grey_gap(const struct measured *measured)
{
	return fabs(measured->lightness[0] - measured->lightness[1]);
}

static bool too_alike_in_grey(const struct measured *measured)
{
	return measured->in_grey && grey_gap(measured) < lightness_least;
}

/* Cut, not rounded: a number just under a limit must not be printed as the limit. */
static double cut(double number)
{
	return floor(number * 100) / 100;
}

static void warn(const struct theme *theme, const struct measured *measured,
		 struct diag_list *diags)
{
	const struct check *check = measured->check;
	struct location at =
		theme->colours_at[check->kind == CHECK_READ_ON ? check->second : check->first];

	if (measured->contrast < measured->wanted)
		diag_addf(diags, DIAG_THEME_CONTRAST, at, "%s on %s: %.2f to 1, wanted %g to 1",
			  measured->first, measured->second, cut(measured->contrast),
			  measured->wanted);
	for (int sight = 0; sight < SIGHT_COUNT; sight++)
		if (too_close(measured, sight))
			diag_addf(diags, DIAG_THEME_DISTANCE, at,
				  "%s and %s, %s: distance %.2f, wanted %g", measured->first,
				  measured->second, sights[sight], cut(measured->distances[sight]),
				  distance_least);
	if (too_alike_in_grey(measured))
		diag_addf(diags, DIAG_THEME_GREY, at,
			  "%s and %s: lightness %.1f and %.1f, wanted %g apart", measured->first,
			  measured->second, measured->lightness[0], measured->lightness[1],
			  lightness_least);
}

void theme_check(const struct theme *theme, struct diag_list *diags)
{
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		struct measured measured = measure(theme, &checks[i]);

		if (measured.accepted == NULL)
			warn(theme, &measured, diags);
	}
}

static const char *state_of(const struct measured *measured)
{
	bool fails = measured->contrast < measured->wanted || too_alike_in_grey(measured);

	for (int sight = 0; sight < SIGHT_COUNT; sight++)
		fails = fails || too_close(measured, sight);
	if (!fails)
		return "";
	return measured->accepted != NULL ? "  accepted" : "  too close";
}

void theme_table(const struct theme *theme, struct buffer *out)
{
	buffer_printf(out, "%-18s %-18s %8s %6s\n", "contrast", "on", "measured", "wanted");
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		struct measured measured = measure(theme, &checks[i]);

		if (measured.wanted > 0)
			buffer_printf(out, "%-18s %-18s %8.2f %6g%s\n", measured.first,
				      measured.second, cut(measured.contrast), measured.wanted,
				      state_of(&measured));
	}
	buffer_printf(out, "\n%-18s %-18s %8s %8s %8s %8s\n", "distance, 10 wanted", "from", "all",
		      "no red", "no green", "in grey");
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		struct measured measured = measure(theme, &checks[i]);

		if (measured.wanted <= 0)
			buffer_printf(
				out, "%-18s %-18s %8.2f %8.2f %8.2f %8.2f%s%s\n", measured.first,
				measured.second, cut(measured.distances[SIGHT_ALL]),
				cut(measured.distances[SIGHT_PROTANOPIA]),
				cut(measured.distances[SIGHT_DEUTERANOPIA]),
				cut(grey_gap(&measured)),
				measured.in_grey ? "" : "  (shape in grey)", state_of(&measured));
	}
}
