"""A price book of invented figures; some of what the worlds hold has no price."""

from reconciler.model.resource import State
from reconciler.stages.wish.interpret import interpret
from tests.engine.documents import read
from tests.engine.engine import KIT

BOOK = read("""\
apiVersion: cloudpbx/v1
kind: PriceBook
metadata: {name: invented}
spec:
  currency: EUR
  workplace: [{from: 1, price: "9.95"}, {from: 4, price: "8.9501"}, {from: 5, price: "8"}]
  packages: {assistant: [{from: 1, price: "2.00"}, {from: 2, price: "1.80"}], conference-plus: "4.50",
             call-analytics-basic: "19.00", call-analytics: "0.3333"}
  mobileIntegration: {magentaeins: "3.00"}
""")
PRICED = interpret(BOOK, KIT.kinds, State()).state
