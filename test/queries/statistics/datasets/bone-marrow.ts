/**
 * Disease-free survival in days of the 38 patients with acute lymphoblastic leukaemia; 14 were still
 * alive and free. Klein & Moeschberger, Survival Analysis, table D.1; SAS LIFETEST's example.
 */
export const ALIVE = [
  2081, 1602, 1496, 1462, 1433, 1377, 1330, 996, 226, 1199, 1111, 530, 1182, 1167,
];

export const ENDED = [
  418, 383, 276, 104, 609, 172, 487, 662, 194, 230, 526, 122, 129, 74, 122, 86, 466, 192, 109, 55,
  1, 107, 110, 332,
];
