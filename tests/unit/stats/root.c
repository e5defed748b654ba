#include "stats/root.h"

#include <criterion/criterion.h>
#include <math.h>

static struct root_point square_root_at(const void *context, double x)
{
	const double *square = context;

	return (struct root_point){ 2 * log(x) - log(*square), 2 };
}

static struct root_point cube_root_at(const void *context, double x)
{
	const double *cube = context;

	return (struct root_point){ x * x * x - *cube, 3 * x * x * x };
}

static struct root_point never_at(const void *context, double x)
{
	(void)context;
	(void)x;
	return (struct root_point){ 1e-3, 1 };
}

Test(root, keeps_the_digits_of_small_roots)
{
	double square = 1e-300;

	cr_assert_float_eq(root_newton(square_root_at, &square, 3) / 1e-150, 1, 1e-12);
}

Test(root, closes_in_step_by_step)
{
	double cube = 27;

	cr_assert_float_eq(root_newton(cube_root_at, &cube, 10), 3, 1e-14);
}

Test(root, ends_where_there_is_no_root)
{
	cr_assert(isfinite(root_newton(never_at, NULL, 1)));
}
